import { lireNombreEcrit } from './nombre';

it.each([
  ['1200', 1200],
  ['1 200,5', 1200.5],
  ['1\u202f200', 1200],
  ['-3', -3],
])('« %s » vaut %d', (texte, nombre) => expect(lireNombreEcrit(texte)).toBe(nombre));

it.each(['', 'douze', '1,2,3', 'Infinity'])('« %s » n’est pas un nombre', (texte) =>
  expect(lireNombreEcrit(texte)).toBeNull(),
);
