import { dire, serie } from './resultats';

it('une série dit sa médiane et son étendue', () => {
  expect(serie([3, 1, 2])).toEqual({ mediane: 2, min: 1, max: 3 });
  expect(serie([4, 1, 2, 3])).toEqual({ mediane: 2.5, min: 1, max: 4 });
  expect(dire(serie([12.34, 11.9, 13]))).toBe('12,3 (11,9 à 13,0)');
});
