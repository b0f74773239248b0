import { dateCivile } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { estDitAilleurs } from './dit-ailleurs';
import type { MemoireCourrier } from './parcours';

const lettre = (code: string, base = '2026-03-17') => ({
  ...{ code, destinataire: 'BENEFICIAIRE' as const, base, date: dateCivile('2026-03-17') },
});
const CLE = 'n/C13_FIN_CSP/BENEFICIAIRE/2026-03-17';
const c13 = lettre('C13_FIN_CSP');

interface Cas {
  memoire?: Partial<MemoireCourrier>;
  jour?: string;
  repris?: boolean;
}

const dite = ({ memoire, jour = '2026-03-17', repris = false }: Cas = {}) => {
  const le = '2026-03-17T08:00:00.000Z';
  const connue = { ...c13, statut: 'PARTI' as const, le, tentatives: 1, ...memoire };
  return estDitAilleurs(lettre('C18_FORMATION_POURSUITE'), {
    etat: { numero: 'n', courriers: memoire ? { [CLE]: connue } : {} },
    voulus: [c13],
    resultat: { dateFinCsp: '2026-03-24' } as Resultat,
    jour: dateCivile(jour),
    ...{ residence: 'metropole', portees: new Map(), entretiensFixes: new Map() },
    estRepris: () => repris,
  });
};

describe('une formation qui continue', () => {
  it('se dit dans la lettre de fin, tant que celle-ci est à partir', () => {
    expect(dite()).toBe(true);
    expect(dite({ memoire: { statut: 'A_REPRENDRE' } })).toBe(true);
    expect(dite({ jour: '2026-03-25' })).toBe(false);
    expect(dite({ repris: true })).toBe(false);
  });
  it('partie, si elle l’a dit ; connue depuis, la formation a sa propre lettre', () => {
    expect(dite({ memoire: { dit: 'FORMATION' } })).toBe(true);
    expect(dite({ memoire: { dit: '' } })).toBe(false);
    expect(dite({ memoire: {} })).toBe(false);
    expect(dite({ memoire: { statut: 'A_REPRENDRE', partiel: true, dit: '' } })).toBe(false);
    expect(dite({ memoire: { statut: 'EN_TACHE', dit: 'FORMATION' } })).toBe(false);
  });
});

describe('le bilan, quand un contrat a mis fin au CSP de lui-même', () => {
  const c14 = lettre('C14_CESSATION_INSCRIPTION', '2025-06-10');
  const cle = 'n/C14_CESSATION_INSCRIPTION/BENEFICIAIRE/2025-06-10';
  const dit = (motifFin: Resultat['motifFin'], { memoire, jour = '2025-06-10', repris = false }: Cas = {}) => {
    const connue = { ...c14, statut: 'PARTI' as const, le: '2025-06-10T08:00:00.000Z', tentatives: 1, ...memoire };
    const bilan = { type: 'SORTIE_ANTICIPEE', debut: '2025-06-10', fin: '2025-07-09' };
    return estDitAilleurs(lettre('C09_CONVOCATION_BILAN', '2025-06-10'), {
      etat: { numero: 'n', courriers: memoire ? { [cle]: connue } : {} },
      voulus: [c14],
      resultat: { motifFin, bilan, reinscription: { limite: '2025-06-14' } } as Resultat,
      jour: dateCivile(jour),
      ...{ residence: 'metropole', portees: new Map(), entretiensFixes: new Map() },
      estRepris: () => repris,
    });
  };

  it('se demande dans la lettre qui dit cette fin, tant qu’elle est à partir, ou partie', () => {
    expect(dit('CONTRAT_TROP_COURT')).toBe(true);
    expect(dit('CUMUL_ACTIVITE_DEPASSE', { memoire: {} })).toBe(true);
    expect(dit('CUMUL_ACTIVITE_DEPASSE', { memoire: { statut: 'A_REPRENDRE' } })).toBe(true);
  });
  it('se demande seul quand cette lettre ne part pas, ou que la fin est une autre', () => {
    expect(dit('CONTRAT_TROP_COURT', { memoire: { statut: 'PERIME' } })).toBe(false);
    expect(dit('CONTRAT_TROP_COURT', { repris: true })).toBe(false);
    expect(dit('CONTRAT_TROP_COURT', { jour: '2025-09-01' })).toBe(false);
    expect(dit('TERME')).toBe(false);
  });
});

it('une nouvelle fin n’est pas laissée à une suspension réglée sous d’anciennes règles', () => {
  const prolongation = lettre('PROLONGATION', '2026-03-17-v2');
  const suspension = lettre('SUSPENSION', '2026-03-17_2026-03-20');
  const porteuse = 'n/SUSPENSION/BENEFICIAIRE/2026-03-17_2026-03-20';
  const dite = (repris: boolean) =>
    estDitAilleurs(prolongation, {
      etat: { numero: 'n', courriers: {} },
      voulus: [prolongation, suspension],
      resultat: {} as Resultat,
      jour: dateCivile('2026-03-17'),
      portees: new Map([['n/PROLONGATION/BENEFICIAIRE/2026-03-17-v2', { base: prolongation.base, porteuse }]]),
      ...{ residence: 'metropole', entretiensFixes: new Map() },
      estRepris: ({ code }) => repris && code === 'SUSPENSION',
    });
  expect(dite(false)).toBe(true);
  expect(dite(true)).toBe(false);
});

describe('la prime d’un emploi dont l’essai est rompu', () => {
  const c11 = lettre('C11_PRIME', '2025-09-08');
  const fin = lettre('FIN_POUR_EMPLOI', '2025-09-07');
  const retour = lettre('REINTEGRATION', '2025-09-19');
  const resultat = {
    primes: [{ contratId: 'c', refus: [], limiteDemande: dateCivile('2025-10-08') }],
    reintegrations: [{ contratId: 'c', date: '2025-09-19' }],
  } as unknown as Resultat;
  const dite = (voulus: (typeof c11)[], memoire?: Partial<MemoireCourrier>, repris = false) => {
    const partie = { ...fin, statut: 'RECTIFIE' as const, le: '2025-09-02T08:00:00.000Z', tentatives: 1, ...memoire };
    return estDitAilleurs(c11, {
      etat: { numero: 'n', courriers: memoire ? { 'n/FIN_POUR_EMPLOI/BENEFICIAIRE/2025-09-07': partie } : {} },
      ...{ voulus: [c11, ...voulus], resultat, jour: dateCivile('2025-09-19') },
      ...{ residence: 'metropole', portees: new Map(), entretiensFixes: new Map() },
      estRepris: ({ code }) => repris && code === 'REINTEGRATION',
    });
  };

  it('est dite par la lettre du retour, jamais par celle d’une embauche qui n’est plus', () => {
    expect(dite([retour])).toBe(true);
    expect(dite([lettre('REINTEGRATION', '2025-06-19')])).toBe(false);
    expect(dite([retour], undefined, true)).toBe(false);
  });
  it('l’était déjà par la lettre de fin, si celle-ci est partie', () => {
    expect(dite([], {})).toBe(true);
    expect(dite([], { statut: 'PARTI' })).toBe(true);
    expect(dite([], { statut: 'ANNULE' })).toBe(false);
    expect(dite([], { base: '2025-08-31' })).toBe(false);
  });
});
