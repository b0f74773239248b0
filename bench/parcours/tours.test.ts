import { partDe, quantile } from './tours';

it('chaque tour prend les siens, répartis sur toute la liste', () => {
  const liste = Array.from({ length: 12 }, (_, i) => i);
  expect([0, 1, 2].map((tour) => partDe(liste, tour, 4))).toEqual([
    [0, 3, 6, 9],
    [1, 4, 7, 10],
    [2, 5, 8, 11],
  ]);
});

it('le 95e centile est celui que dépasse une mesure sur vingt', () => {
  expect(
    quantile(
      Array.from({ length: 101 }, (_, i) => 100 - i),
      0.95,
    ),
  ).toBe(95);
  expect(quantile([7], 0.95)).toBe(7);
});
