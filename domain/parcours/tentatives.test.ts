import { COUPEE_APRES_MS, minutesAvantTentative, relanceLe } from './tentatives';

it.each([
  [0, 15],
  [1, 15],
  [2, 60],
  [3, 240],
  [12, 240],
])('après %i tentative(s), la suivante est dans %i minutes', (tentatives, minutes) => {
  expect(minutesAvantTentative(tentatives)).toBe(minutes);
});

it('les nouvelles tentatives s’espacent jusqu’à une heure', () => {
  const minutes = [0, 1, 2, 3, 4, 50].map((n) => relanceLe(n, new Date(0)).getTime() / 60_000);
  expect(minutes).toEqual([65 / 60, 5, 15, 60, 60, 60]);
  // Sooner, a hand-off cut by a crash would still pass for one under way, and wait for the pass after.
  expect(relanceLe(0, new Date(0)).getTime()).toBeGreaterThanOrEqual(COUPEE_APRES_MS);
});
