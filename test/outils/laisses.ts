import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { estVivant } from '../../client/local/processus';

const pidDe = (fichier: string, lire: (texte: string) => number): number | null => {
  try {
    return lire(readFileSync(fichier, 'utf8'));
  } catch {
    return null;
  }
};

/** What a launcher left running of what it keeps in a data folder, by name. */
export function laisses(donnees: string): string[] {
  const pids = {
    moteur: pidDe(join(donnees, 'temporal.pid'), (texte) => (JSON.parse(texte) as { pid: number }).pid),
    registre: pidDe(join(donnees, 'registre', 'base', 'postmaster.pid'), (texte) => Number(texte.split('\n')[0])),
  };
  return Object.entries(pids).flatMap(([nom, pid]) => (pid !== null && estVivant(pid) ? [nom] : []));
}
