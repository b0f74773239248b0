import { estIdentifiant } from './identifiant';
import { estIdentifiantNeuf } from './identifiant-neuf';

it.each([' cv', 'cv ', '\u00a0cv', 'c\u200bv', 'cv\ufeff'])('%j servait d’identifiant, et n’en sert plus', (id) => {
  expect([estIdentifiant(id), estIdentifiantNeuf(id)]).toEqual([true, false]);
});

it.each(['accord', 'réponse-1', 'deux mots'])('« %s » convient', (id) => {
  expect(estIdentifiantNeuf(id)).toBe(true);
});

it.each([undefined, '', 'a\u0000', 'constructor', 'x'.repeat(101)])('%j ne convient pas davantage', (id) => {
  expect(estIdentifiantNeuf(id)).toBe(false);
});
