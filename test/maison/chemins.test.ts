import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { racine } from '../../commun/racine';

/** Pages that say where things are; a decision tells what was true on its day. */
const PAGES = ['README.md', 'docs/architecture.md', 'docs/glossaire.md', 'docs/visite.md'];
const DOSSIERS = new Set(readdirSync(racine));
const FICHIER = /\.(ts|tsx|mjs|cjs|json|md|yml|csv|sql)$/;

/** What a page names as a place of this repository, between backquotes or as a link. */
function chemins(page: string): string[] {
  const texte = readFileSync(join(racine, page), 'utf8').replace(/^```.*?^```/gms, '');
  const nommes = [...texte.matchAll(/`([\w.][\w.*/-]*)`/g)].map((trouve) => trouve[1]!);
  const liens = [...texte.matchAll(/\]\(([\w.][\w./-]*)\)/g)].map((trouve) => join(dirname(page), trouve[1]!));
  const estChemin = (nom: string) =>
    FICHIER.test(nom) || (nom.includes('/') && (nom.endsWith('/') || DOSSIERS.has(nom.split('/')[0]!)));
  return [...nommes.filter(estChemin), ...liens];
}

/** `test/histoires/*.json` exists when a file of that form does. */
function existe(chemin: string): boolean {
  if (!chemin.includes('*')) return existsSync(join(racine, chemin));
  const dossier = join(racine, dirname(chemin));
  const [avant, apres] = basename(chemin).split('*') as [string, string];
  return existsSync(dossier) && readdirSync(dossier).some((nom) => nom.startsWith(avant) && nom.endsWith(apres));
}

it.each(PAGES)('chaque chemin que nomme %s existe', (page) => {
  const nommes = chemins(page);
  expect(nommes.length).toBeGreaterThan(1);
  expect(nommes.filter((chemin) => !existe(chemin))).toEqual([]);
});

it('un chemin qui n’existe pas est vu', () => {
  expect(['domain/droit/calcul.ts', 'test/histoires/*.txt', 'domain/absent/*.ts'].filter(existe)).toEqual([]);
  expect(['domain/droit/calculer.ts', 'test/histoires/*.json', '.ci/run'].filter((chemin) => !existe(chemin))).toEqual(
    [],
  );
});
