import { actes, autresMessages, estActe, nomsActes } from './actes';

it('chaque acte a ses mots, et sa trace n’est qu’à lui', () => {
  for (const { description, promesse } of Object.values(actes)) expect([description, promesse]).not.toContain('');
  expect(new Set(Object.values(actes).map(({ trace }) => trace)).size).toBe(nomsActes.length);
});
it('un autre message n’est pas un acte', () => {
  expect(nomsActes.every(estActe)).toBe(true);
  expect([...Object.keys(autresMessages), 'constructor', ''].filter(estActe)).toEqual([]);
});
