import { dateSaisie, deuxJours, fauteDeDate, lireDateEcrite } from './date';

it.each([
  ['2026-03-12', '2026-03-12'],
  [' 12/03/2026 ', '2026-03-12'],
  ['1/3/2026', '2026-03-01'],
  ['1/12/26', '2026-12-01'],
  ['01/12/26', '2026-12-01'],
  ['1.12.2026', '2026-12-01'],
  ['1-12-2026', '2026-12-01'],
  ['1 12 2026', '2026-12-01'],
  ['1 / 12 / 26', '2026-12-01'],
  ['01122026', '2026-12-01'],
  ['011226', '2026-12-01'],
  ['12/03/65', '1965-03-12'],
  ['12/03/39', '2039-03-12'],
  ['0026-12-01', '2026-12-01'],
  ['29/02/28', '2028-02-29'],
])('« %s » est le %s', (texte, jour) => expect(lireDateEcrite(texte)).toBe(jour));

it.each([
  ...['31/02/2026', '2026-2-1', 'J-12', '', '12/2026', '1/12', '1/12/026', '1/12/126', '11226', '20261201', '20121012'],
  ...[
    '12/31/2026',
    '26-12-2001-',
    '12026-01-01',
    '0/12/26',
    '1/0/26',
    '1//12/26',
    '1/12/26 ou 02/12/2026',
    '1/12/2026-01',
  ],
])('« %s » n’est pas un jour et reste tel quel', (texte) => {
  expect([lireDateEcrite(texte), dateSaisie(texte)]).toEqual([null, texte]);
});

it.each([
  ['31/02/2026', 'Cette date n’existe pas : il n’y a pas de 31 en février 2026, qui finit le 28.'],
  ['2025-02-30', 'Cette date n’existe pas : il n’y a pas de 30 en février 2025, qui finit le 28.'],
  ['12/31/26', 'Cette date n’existe pas : il n’y a pas de mois 31. Le jour vient d’abord, puis le mois.'],
  ['1/12', 'Écrivez le jour, le mois et l’année, comme 1/12/26 ou 01/12/2026.'],
  ['11226', 'Écrivez le jour, le mois et l’année, comme 1/12/26 ou 01/12/2026.'],
  [deuxJours('1/12/26', '02/12/2026'), 'Deux jours sont donnés : gardez-en un seul.'],
])('« %s » : %s', (texte, phrase) => expect(fauteDeDate(texte)).toBe(phrase));
