import { Cadence } from './cadence';

const apres = (secondes: number) => new Date(Date.parse('2026-01-12T08:00:00Z') + secondes * 1_000);

it('laisse passer tant de fois par fenêtre, pour chaque clé', () => {
  const cadence = new Cadence({ max: 2, fenetreMs: 60_000 });
  expect([0, 30, 59].map((s) => cadence.prendre('a', apres(s)))).toEqual([true, true, false]);
  expect(cadence.prendre('b', apres(59))).toBe(true);
  // What was refused does not count: the first of the two is a minute away.
  expect([60, 61].map((s) => cadence.prendre('a', apres(s)))).toEqual([true, false]);
  cadence.oublier('a');
  expect(cadence.prendre('a', apres(61))).toBe(true);
});

it('ce qui est rendu ne compte plus', () => {
  const cadence = new Cadence({ max: 2, fenetreMs: 60_000 });
  cadence.rendre('a');
  expect([0, 1].map((s) => cadence.prendre('a', apres(s)))).toEqual([true, true]);
  cadence.rendre('a');
  expect([2, 3].map((s) => cadence.prendre('a', apres(s)))).toEqual([true, false]);
});

it('dix mille clés au plus : la plus ancienne est oubliée', () => {
  const cadence = new Cadence({ max: 1, fenetreMs: 60_000 });
  for (let rang = 0; rang <= 10_000; rang++) cadence.prendre(`cle-${rang}`, apres(0));
  expect([cadence.prendre('cle-10000', apres(1)), cadence.prendre('cle-0', apres(1))]).toEqual([false, true]);
});
