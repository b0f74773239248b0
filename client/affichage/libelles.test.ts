import { departEnClair } from './libelles';

it.each([
  ['2025-07-14T22:00:00.000Z', 'Europe/Paris', '15/07/2025'],
  ['2025-07-14T22:00:01.000Z', 'Europe/Paris', '15/07/2025 à 0\u00a0h'],
  ['2025-07-15T07:12:00.000Z', 'Europe/Paris', '15/07/2025 à 9\u00a0h\u00a012'],
  ['2025-07-14T20:00:00.000Z', 'Indian/Reunion', '15/07/2025'],
])('un départ le %s, %s : %s', (instant, fuseau, attendu) => {
  expect(departEnClair(instant, fuseau)).toBe(attendu);
});
