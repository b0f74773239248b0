import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** `import type` leaves no trace in a bundle; anything else is followed. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm;

/** Source files reached from `entree` by relative imports of values, itself included, in a stable order. */
export function sources(entree: string): string[] {
  const vus = new Set<string>();
  const suivre = (fichier: string): void => {
    if (vus.has(fichier)) return;
    vus.add(fichier);
    for (const [, chemin] of readFileSync(fichier, 'utf8').matchAll(IMPORT)) {
      suivre(resoudre(join(dirname(fichier), chemin!)));
    }
  };
  suivre(entree);
  return [...vus].sort();
}

/** A hash of those files: the same as long as nothing that ends up in the bundle has changed. */
export function empreinte(racine: string, entrees: string[], ...contexte: string[]): string {
  const hachage = createHash('sha256');
  for (const texte of contexte) hachage.update(`${texte}\0`);
  for (const fichier of entrees.flatMap(sources)) {
    hachage.update(`${relative(racine, fichier)}\0`).update(readFileSync(fichier));
  }
  return hachage.digest('hex').slice(0, 16);
}

function resoudre(chemin: string): string {
  const candidats = [chemin, `${chemin}.ts`, join(chemin, 'index.ts')];
  const trouve = candidats.find((c) => c.endsWith('.ts') && existsSync(c));
  if (!trouve) throw new Error(`import introuvable : ${chemin}`);
  return trouve;
}
