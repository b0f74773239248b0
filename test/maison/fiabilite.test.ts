import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

const lire = (...chemin: string[]): string => readFileSync(join(racine, ...chemin), 'utf8');

const lignes = lire('docs/fiabilite.md')
  .split('\n')
  .filter((ligne) => ligne.startsWith('| ') && !ligne.startsWith('| seen |'))
  .map((ligne) => ligne.split('|').map((cellule) => cellule.trim()))
  .map(([, vu, fichier, nom]) => ({ vu: vu!, fichier: fichier!.replaceAll('`', ''), nom: nom! }));

it('chaque panne vue a son essai, sous le nom que dit la page', () => {
  expect(lignes.length).toBeGreaterThan(25);
  const perdues = lignes.filter(({ fichier, nom }) => !lire(fichier).includes(nom));
  expect(perdues).toEqual([]);
});
