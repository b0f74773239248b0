import { estTropProfond, PROFONDEUR_MAX } from './profondeur';

const imbrique = (fois: number): unknown => JSON.parse(`${'['.repeat(fois)}0${']'.repeat(fois)}`);

it('ce qui est imbriqué jusqu’à la limite se lit, au-delà non, si loin que ce soit', () => {
  expect(estTropProfond(imbrique(PROFONDEUR_MAX))).toBe(false);
  expect(estTropProfond(imbrique(PROFONDEUR_MAX + 1))).toBe(true);
  expect(estTropProfond(imbrique(200_000))).toBe(true);
  expect(estTropProfond({ id: 'a', evenement: { type: 'DANSE', jours: [1, 2] } })).toBe(false);
  expect(estTropProfond(null)).toBe(false);
});
