import { sansNomsDeChamps } from './phrase-sur-champs';

it.each([
  [
    'Le fait est antérieur au début du CSP. Champ : « Premier jour » (debut).',
    'Le fait est antérieur au début du CSP. Champ : « Premier jour ».',
  ],
  [
    'La fin précède. Champs : « Premier jour » (debut), « Dernier jour » (fin).',
    'La fin précède. Champs : « Premier jour », « Dernier jour ».',
  ],
  ['Le champ « residence » est obligatoire.', 'Le champ « Résidence » est obligatoire.'],
  ['Le champ « couleur » n’existe pas.', 'Le champ « couleur » n’existe pas.'],
  ['« Contrat de travail » (art. 5) est attendu.', '« Contrat de travail » (art. 5) est attendu.'],
])('sans les noms que seuls lisent ceux qui les tapent, « %s » se dit « %s »', (phrase, dite) => {
  expect(sansNomsDeChamps(phrase)).toBe(dite);
});
