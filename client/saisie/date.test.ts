import { dateSaisie, lireDateEcrite } from './date';

it.each([
  ['2026-03-12', '2026-03-12'],
  [' 12/03/2026 ', '2026-03-12'],
  ['1/3/2026', '2026-03-01'],
])('« %s » est le %s', (texte, jour) => expect(lireDateEcrite(texte)).toBe(jour));

it.each(['31/02/2026', '2026-2-1', '12.03.2026', 'J-12', ''])('« %s » n’est pas un jour et reste tel quel', (texte) => {
  expect([lireDateEcrite(texte), dateSaisie(texte)]).toEqual([null, texte]);
});
