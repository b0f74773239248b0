import { veutEncore } from './veut-encore';

const de = (code: string, rendezVous: Parameters<typeof veutEncore>[0], base = '2026-03-24-r1-2') =>
  veutEncore(rendezVous, { code, base });

it.each([
  ['RDV_CONVOCATION', 'PREVU', 2, true],
  ['RDV_CONVOCATION', 'PREVU', 3, false],
  ['RDV_CONVOCATION', 'ANNULE', 2, false],
  ['ATELIER_INSCRIPTION', 'PREVU', 2, true],
  ['RDV_DEPLACE', 'PREVU', 2, true],
  ['RDV_ANNULE', 'ANNULE', 2, true],
  ['RDV_ANNULE', 'PREVU', 2, false],
  ['RDV_MANQUE', 'MANQUE', 2, true],
  ['RDV_MANQUE', 'TENU', 2, false],
] as const)('%s d’un rendez-vous %s au rang %i : voulu %s', (code, statut, sequence, attendu) => {
  expect(de(code, { statut, sequence })).toBe(attendu);
});

it('un rappel lit le rang avant le nombre de jours', () => {
  expect(de('RDV_RAPPEL', { statut: 'PREVU', sequence: 2 }, '2026-03-24-r1-2-7')).toBe(true);
  expect(de('RDV_RAPPEL', { statut: 'PREVU', sequence: 7 }, '2026-03-24-r1-2-7')).toBe(false);
});

it('aucun courrier n’est plus voulu quand le rendez-vous a disparu', () => {
  expect(de('RDV_CONVOCATION', null)).toBe(false);
});

it('ni celui dont la clé ne dit pas de quel rendez-vous il parlait', () => {
  expect(de('RDV_CONVOCATION', { statut: 'PREVU', sequence: 2 }, 'illisible')).toBe(false);
});
