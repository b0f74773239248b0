import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

const guide = readFileSync(join(racine, 'docs/guide-conseiller.md'), 'utf8');
/** One line, one kind of apostrophe and of space: how a sentence is cut in a source says nothing. */
const aPlat = (texte: string): string => texte.replace(/[’']/g, "'").replace(/\s+/g, ' ');
const sources = aPlat(
  ['client/web', 'client/affichage', 'domain']
    .map((dossier) => join(racine, dossier))
    .flatMap((dossier) => readdirSync(dossier, { recursive: true, encoding: 'utf8' }).map((nom) => join(dossier, nom)))
    .filter((chemin) => /\.tsx?$/.test(chemin) && !chemin.includes('.test.'))
    .map((chemin) => readFileSync(chemin, 'utf8'))
    .join('\n'),
);

it('le guide du conseiller ne cite que des mots que l’écran porte', () => {
  const cites = [...aPlat(guide).matchAll(/« ([^»]+) »/g)].map(([, mot]) => mot!);
  // A count is the screen's own.
  const absents = cites.filter((mot) => !/\d/.test(mot) && !sources.includes(mot));
  expect(cites.length).toBeGreaterThan(30);
  expect(absents).toEqual([]);
});

it('ses images sont là', () => {
  const images = [...guide.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, image]) => join(racine, 'docs', image!));
  expect(images.length).toBeGreaterThan(2);
  expect(images.filter((image) => !existsSync(image))).toEqual([]);
});
