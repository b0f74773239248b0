import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const SUFFIXES = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];

/** A program of PATH; null when there is none. */
export function trouver(nom: string, { PATH = '' }: Record<string, string | undefined>): string | null {
  for (const dossier of PATH.split(delimiter).filter((d) => d !== ''))
    for (const suffixe of SUFFIXES) {
      const chemin = join(dossier, nom + suffixe);
      if (estExecutable(chemin)) return chemin;
    }
  return null;
}

function estExecutable(chemin: string): boolean {
  try {
    accessSync(chemin, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
