import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { fichiersDeLaMaison } from './imports/fichiers';

const lignes = readFileSync(join(racine, 'docs/glossaire.md'), 'utf8')
  .split('\n')
  .filter((ligne) => ligne.startsWith('| ') && !ligne.startsWith('| mot |'))
  .map((ligne) => ligne.split('|').map((cellule) => cellule.trim()));
const mots = lignes.map(([, mot]) => mot!);

it('les mots du glossaire sont rangés, chacun une fois', () => {
  expect(mots.length).toBeGreaterThan(80);
  expect(mots).toEqual([...new Set(mots)].sort(new Intl.Collator('fr').compare));
});

it('le code emploie les noms que dit le glossaire', () => {
  const sources = [...fichiersDeLaMaison().values()].join('\n');
  const connus = new Set(sources.match(/[A-Za-z_]\w*/g));
  const noms = lignes.flatMap(([, , , code]) => [...code!.matchAll(/`([A-Za-z_]\w*)`/g)].map((trouve) => trouve[1]!));
  expect(noms.length).toBeGreaterThan(60);
  expect(noms.filter((nom) => !connus.has(nom))).toEqual([]);
});
