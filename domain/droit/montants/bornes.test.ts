import { dateCivile } from '../../calendrier/dates';
import { bornes } from './bornes';

const de = (debutCsp: string, montants: Parameters<typeof bornes>[0] = {}) => {
  const b = bornes(montants, dateCivile(debutCsp));
  return b.statut === 'ESTIME' ? [b.minimum, b.maximum] : b.statut === 'INCONNU' ? b.manque : b.statut;
};
const [BASSE, HAUTE] = ['aspMinimaleJournaliereCentimes', 'aspMaximaleJournaliereCentimes'] as const;

it.each([
  ['2024-01-01', [22_61, 289_64]],
  ['2024-06-30', [22_61, 289_64]],
  ['2024-07-01', [22_88, 289_64]],
  ['2024-12-31', [22_88, 289_64]],
  ['2025-01-01', [22_88, 294_21]],
  ['2025-06-30', [22_88, 294_21]],
  ['2025-07-01', [22_99, 294_21]],
  ['2025-12-31', [22_99, 294_21]],
  ['2026-01-01', [22_99, 300_21]],
  ['2026-06-30', [22_99, 300_21]],
])('un CSP commencé le %s a les bornes de ce jour : %j', (debutCsp, attendues) => {
  expect(de(debutCsp)).toEqual(attendues);
});

it('rien n’est deviné d’un jour que personne ne connaît : ce qui manque est nommé, et lui seul', () => {
  expect([de('2023-06-30'), de('2023-07-01'), de('2026-07-01'), de('2027-01-01')]).toEqual([
    [BASSE, HAUTE],
    [HAUTE],
    [BASSE],
    [BASSE, HAUTE],
  ]);
  expect(bornes({}, dateCivile('2026-07-01'))).toMatchObject({
    phrase: expect.stringMatching(/ Jalon ne les connaît pas pour un CSP commencé le 01\/07\/2026\.$/),
  });
});

it('une borne donnée l’emporte, et complète celle que l’on connaît', () => {
  expect(de('2026-07-01', { [BASSE]: 23_50 })).toEqual([23_50, 300_21]);
  expect(de('2025-07-01', { [HAUTE]: 290_00 })).toEqual([22_99, 290_00]);
  const source = (montants: Parameters<typeof bornes>[0]) => {
    const b = bornes(montants, dateCivile('2024-03-01'));
    return b.statut === 'ESTIME' ? b.source : b.statut;
  };
  expect(source({})).toBe('fiche ASP de l’Unédic, 19 janvier 2024');
  expect(source({ [BASSE]: 23_50 })).toBe('borne donnée, fiche ASP de l’Unédic, 19 janvier 2024');
  expect(source({ [BASSE]: 23_50, [HAUTE]: 290_00 })).toBe('borne donnée');
});
