import { minutesAvantReprise } from './reprises';

it.each([
  [0, 15],
  [1, 15],
  [2, 60],
  [3, 240],
  [12, 240],
])('après %i tentative(s), la suivante est dans %i minutes', (tentatives, minutes) => {
  expect(minutesAvantReprise(tentatives)).toBe(minutes);
});
