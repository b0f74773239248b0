import { lignesDe, lirePage, perdus } from '../outils/essais-cites';

const lignes = lignesDe(lirePage('docs/fiabilite.md')).map(([vu, fichier, nom]) => ({
  vu: vu!,
  fichier: fichier!.replaceAll('`', ''),
  nom: nom!,
}));

it('chaque panne vue a son essai, sous le nom que dit la page', () => {
  expect(lignes.length).toBeGreaterThan(25);
  expect(perdus(lignes)).toEqual([]);
});
