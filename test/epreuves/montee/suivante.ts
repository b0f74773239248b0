import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { corriger } from './correctif';

/** A release of Jalon in a folder of its own, from which its programs run. */
export interface Version {
  /** `JALON_VERSION` of its workers. */
  nom: string;
  dossier: string;
}

/** The release that runs from this very folder. */
export const celleCi: Version = { nom: 'montee-n', dossier: racine };

/** The code of this folder, as Git knows its files, with the change of the rehearsal. */
export function preparerSuivante(): Version & { oublier(): void } {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-suivante-'));
  const fichiers = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: racine,
    encoding: 'utf8',
  });
  for (const fichier of fichiers.split('\0').filter((nom) => nom !== '')) {
    cpSync(join(racine, fichier), join(dossier, fichier));
  }
  symlinkSync(join(racine, 'node_modules'), join(dossier, 'node_modules'));
  corriger(dossier);
  return { nom: 'montee-n1', dossier, oublier: () => rmSync(dossier, { recursive: true, force: true }) };
}
