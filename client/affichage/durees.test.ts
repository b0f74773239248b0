import { dureeEnClair } from './durees';

it('une durée ne se dit jamais plus longue qu’elle n’est', () => {
  expect([0, 99, 119.9, 120, 179].map(dureeEnClair)).toEqual(['0 s', '99 s', '119 s', '2 min', '2 min']);
  expect([3_599, 7_199, 7_200, 48 * 3_600 - 1].map(dureeEnClair)).toEqual(['59 min', '119 min', '2 h', '47 h']);
  expect([48 * 3_600, 3 * 86_400 - 1].map(dureeEnClair)).toEqual(['2 jours', '2 jours']);
});
