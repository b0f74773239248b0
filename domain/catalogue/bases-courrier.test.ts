import { lireBaseRectification, lireBaseRendezVous } from './bases-courrier';

describe('base d’un courrier de rendez-vous', () => {
  it.each([
    ['RDV_CONVOCATION', '2026-03-24-4f1c-22-0', { id: '4f1c-22', sequence: 0 }],
    ['RDV_DEPLACE', '2026-03-24-4f1c-12', { id: '4f1c', sequence: 12 }],
    // A reminder says how many days before: its last number is no sequence.
    ['RDV_RAPPEL', '2026-03-24-4f1c-7-1-7', { id: '4f1c-7', sequence: 1 }],
    ['RDV_RAPPEL', '2026-03-24-4f1c-2-1', { id: '4f1c', sequence: 2 }],
    ['RDV_RAPPEL', '2026-03-24-4f1c-12-7', { id: '4f1c', sequence: 12 }],
  ])('%s %s', (code, base, attendu) => expect(lireBaseRendezVous(code, base)).toEqual(attendu));

  it.each([
    ['RDV_CONVOCATION', '2026-03-24'],
    ['RDV_CONVOCATION', '4f1c-0'],
    ['RDV_CONVOCATION', 'n2026-03-24-4f1c-0'],
    ['RDV_CONVOCATION', '2026-03-24-4f1c-0-'],
    ['RDV_RAPPEL', '2026-03-24-4f1c-0-3'],
    ['RDV_RAPPEL', '2026-03-24-4f1c-0-71'],
    ['RDV_RAPPEL', 'n2026-03-24-4f1c-0-7'],
  ])('%s %s n’en est pas une', (code, base) => expect(lireBaseRendezVous(code, base)).toBeNull());
});

describe('base d’une rectification', () => {
  it.each([
    ['C05_REFUS_2025-03-25_v7', { code: 'C05_REFUS', base: '2025-03-25' }],
    ['SUSPENSION_2025-03-25_2025-04-02_v12', { code: 'SUSPENSION', base: '2025-03-25_2025-04-02' }],
  ])('%s', (base, attendu) => expect(lireBaseRectification(base)).toEqual(attendu));

  it.each([
    'C05_REFUS_2025-03-25',
    'C99_INCONNU_2025-03-25_v7',
    '_v7',
    'C05_REFUS_2025-03-25_v7-1',
    'C05_REFUS\nC05_REFUS_2025-03-25_v7',
  ])('%j n’en est pas une', (base) => expect(lireBaseRectification(base)).toBeNull());
});
