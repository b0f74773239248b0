import { dateCivile } from '../calendrier/dates';
import {
  baseChangement,
  baseDatee,
  basePeriode,
  baseRectification,
  baseReferent,
  baseRendezVous,
  baseTournee,
  cleCourrier,
  jourDeBase,
  lireBaseDatee,
  lireBasePeriode,
  lireBaseRectification,
  lireBaseReferent,
  lireBaseRendezVous,
  lireBaseTournee,
  lireCle,
} from './cle-courrier';

const jour = dateCivile('2025-03-25');

describe('la clé d’un courrier', () => {
  it('se relit comme elle s’écrit', () => {
    const lettre = { code: 'C05_REFUS', destinataire: 'EMPLOYEUR', base: '2025-03-25' } as const;
    const cle = cleCourrier('2025-000001-07', lettre);
    expect(cle).toBe('2025-000001-07/C05_REFUS/EMPLOYEUR/2025-03-25');
    expect(lireCle(cle)).toEqual({ numero: '2025-000001-07', ...lettre });
  });

  it('garde une base où il y a des barres', () => {
    const lettre = { code: 'REJET', destinataire: 'BENEFICIAIRE', base: 'lot/3' } as const;
    expect(lireCle(cleCourrier('n', lettre))?.base).toBe('lot/3');
  });

  it.each([
    '',
    'n/C05_REFUS/EMPLOYEUR',
    'n/C05_REFUS/EMPLOYEUR/',
    'n/C99/EMPLOYEUR/b',
    'n/C05_REFUS/VOISIN/b',
    '/REJET/EMPLOYEUR/b',
    // What precedes a key or follows it makes another text of it, which names no letter.
    '/n/C05_REFUS/EMPLOYEUR/b',
    'lot/n/C05_REFUS/EMPLOYEUR/b',
    'n/C05_REFUS/EMPLOYEUR/b\nn/REJET/EMPLOYEUR/b',
  ])('%j n’en est pas une', (cle) => expect(lireCle(cle)).toBeNull());
});

describe('base d’un jour', () => {
  it.each([
    ['2025-03-25', 0],
    ['2025-03-25-7', -7],
    ['2025-03-25+3', 3],
    ['2025-03-25-14', -14],
    ['2025-03-25+120', 120],
  ])('%s', (base, ecart) => {
    expect(baseDatee(jour, ecart)).toBe(base);
    expect(lireBaseDatee(base)).toEqual({ jour, ecart });
  });
  it.each(['', '2025-02-30', '2025-03-25x', '2025-03-25-', 'x2025-03-25', '2025-03-25-7-1'])(
    '%j n’en est pas une',
    (base) => expect(lireBaseDatee(base)).toBeNull(),
  );
  it('le jour qui commence une base', () => {
    expect([jourDeBase(baseChangement(jour, 12)), jourDeBase('un-fait')]).toEqual([jour, null]);
    expect(baseChangement(jour, 12)).toBe('2025-03-25-v12');
  });
});

describe('base d’une suspension', () => {
  it('se relit', () => {
    const periode = { debut: jour, fin: dateCivile('2025-04-02') };
    expect(basePeriode(periode)).toBe('2025-03-25_2025-04-02');
    expect(lireBasePeriode(basePeriode(periode))).toEqual(periode);
  });
  it.each(['2025-03-25', '2025-03-25_', '_2025-03-25', '2025-03-25_2025-04-02_2025-04-03'])(
    '%s n’en est pas une',
    (base) => expect(lireBasePeriode(base)).toBeNull(),
  );
});

describe('base d’un changement de référent', () => {
  it('dit le jour, la seconde et qui suit la personne, tirets de l’identifiant compris', () => {
    const base = baseReferent(jour, '2025-03-25T09:07:05.123Z', 'agence-7-12');
    expect(base).toBe('2025-03-25-090705-agence-7-12');
    expect(lireBaseReferent(base)).toEqual({ jour, heure: '090705', referent: 'agence-7-12' });
  });
  it.each([
    '2025-03-25-agence-7',
    '2025-03-25-0907-agence-7',
    '2025-03-25-090705-',
    '2025-02-30-090705-agence-7',
    'n2025-03-25-090705-agence-7',
    '2025-03-25-090705-agence-7\n',
  ])('%j n’en est pas une', (base) => expect(lireBaseReferent(base)).toBeNull());
});

describe('base d’une tournée', () => {
  it('se relit', () => {
    expect(baseTournee({ mois: '2026-10', moment: 'RAPPEL' })).toBe('2026-10-RAPPEL');
    expect(lireBaseTournee('2026-10-RAPPEL')).toEqual({ mois: '2026-10', moment: 'RAPPEL' });
  });
  it.each(['2026-10', '2026-10-', '2026-10-rappel', 'x2026-10-RAPPEL', '2026-10-RAPPEL-2'])(
    '%s n’en est pas une',
    (base) => expect(lireBaseTournee(base)).toBeNull(),
  );
});

describe('base d’un courrier de rendez-vous', () => {
  it.each([
    ['RDV_CONVOCATION', '2026-03-24-4f1c-22-0', { id: '4f1c-22', sequence: 0 }],
    ['RDV_DEPLACE', '2026-03-24-4f1c-12', { id: '4f1c', sequence: 12 }],
    // A reminder says how many days before: its last number is no sequence.
    ['RDV_RAPPEL', '2026-03-24-4f1c-7-1-7', { id: '4f1c-7', sequence: 1 }],
    ['RDV_RAPPEL', '2026-03-24-4f1c-2-1', { id: '4f1c', sequence: 2 }],
    ['RDV_RAPPEL', '2026-03-24-4f1c-12-7', { id: '4f1c', sequence: 12 }],
  ])('%s %s', (code, base, attendu) => expect(lireBaseRendezVous(code, base)).toMatchObject(attendu));

  it.each([
    ['RDV_CONVOCATION', '2026-03-24'],
    ['RDV_CONVOCATION', '4f1c-0'],
    ['RDV_CONVOCATION', 'n2026-03-24-4f1c-0'],
    ['RDV_CONVOCATION', '2026-03-24-4f1c-0-'],
    ['RDV_RAPPEL', '2026-03-24-4f1c-0-3'],
    ['RDV_RAPPEL', '2026-03-24-4f1c-0-71'],
    ['RDV_RAPPEL', 'n2026-03-24-4f1c-0-7'],
    ['RDV_RAPPEL', '2026-03-24-4f1c-0-7x'],
    ['RDV_RAPPEL', 'n\n2026-03-24-4f1c-0-7'],
  ])('%s %j n’en est pas une', (code, base) => expect(lireBaseRendezVous(code, base)).toBeNull());
});

describe('base d’une rectification', () => {
  it.each([
    ['C05_REFUS_2025-03-25_v7', { code: 'C05_REFUS', base: '2025-03-25' }],
    ['SUSPENSION_2025-03-25_2025-04-02_v12', { code: 'SUSPENSION', base: '2025-03-25_2025-04-02' }],
  ])('%s', (base, attendu) => {
    expect(lireBaseRectification(base)).toEqual(attendu);
    expect(baseRectification(attendu, Number(base.split('_v')[1]))).toBe(base);
  });

  it.each([
    'C05_REFUS_2025-03-25',
    'C99_INCONNU_2025-03-25_v7',
    '_v7',
    'C05_REFUS_2025-03-25_v7-1',
    'C05_REFUS\nC05_REFUS_2025-03-25_v7',
  ])('%j n’en est pas une', (base) => expect(lireBaseRectification(base)).toBeNull());
});

it('la base d’un courrier se relit, tirets de l’identifiant compris', () => {
  const parties = { jour: dateCivile('2025-07-29'), id: 'a-1-7', sequence: 3 };
  const simple = baseRendezVous({ ...parties, rappel: null });
  const rappel = baseRendezVous({ ...parties, rappel: 7 });
  expect([simple, rappel]).toEqual(['2025-07-29-a-1-7-3', '2025-07-29-a-1-7-3-7']);
  for (const [code, base] of [
    ['RDV_CONVOCATION', simple],
    ['RDV_RAPPEL', rappel],
  ] as const) {
    expect(lireBaseRendezVous(code, base)).toMatchObject({ id: 'a-1-7', sequence: 3 });
  }
});

it('un jour qui n’existe pas ne fait pas une base', () => {
  expect(lireBaseRendezVous('RDV_CONVOCATION', '2025-02-30-a1-0')).toBeNull();
  expect(lireBaseRendezVous('RDV_RAPPEL', '2025-07-29-a1-0-3')).toBeNull();
});
