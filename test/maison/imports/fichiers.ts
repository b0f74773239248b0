import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { racine } from '../../../commun/racine';
import type { Fichiers } from './relever';

/** What is no source of the house: made by a run, or brought by npm. */
const DEHORS = new Set(['node_modules', 'var', 'dist', 'coverage', 'reports', 'test', 'bench']);

/** The files of the house as they lie on disk, those that run. */
export function fichiersDeLaMaison(): Fichiers {
  const fichiers = new Map<string, string | null>();
  const parcourir = (dossier: string): void => {
    for (const entree of readdirSync(dossier, { withFileTypes: true })) {
      const chemin = join(dossier, entree.name);
      if (entree.isDirectory()) {
        if (!entree.name.startsWith('.') && !(dossier === racine && DEHORS.has(entree.name))) parcourir(chemin);
      } else if (dossier !== racine) {
        const source = /\.(ts|tsx|mjs)$/.test(entree.name) ? readFileSync(chemin, 'utf8') : null;
        fichiers.set(relative(racine, chemin).split(sep).join('/'), source);
      }
    }
  };
  parcourir(racine);
  return fichiers;
}
