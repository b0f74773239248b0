import type { CodeDoute } from '../../droit/doutes';
import { ACCEPTATION, cdd, cdi, finContrat, maladie } from '../../droit/regles/de-test/scenario';

export interface Cas {
  dossier?: object;
  evenements?: object[];
  dateReprise?: string;
}

/** A reflection that ends on Christmas day. */
export const NOEL = { dateRemise: '2026-12-04' };
export const ACCORD = { ...ACCEPTATION, date: '2026-12-10' };
export const absence = (type: string, debut: string, fin: string) => ({ type, debut, fin });

/** A journey that each doubt with a task bears on, and a day on which the task is due. */
export const CAS: Partial<Record<CodeDoute, [string, Cas]>> = {
  FIN_REFLEXION_NON_OUVREE: ['2026-12-11', { dossier: NOEL, evenements: [ACCORD] }],
  ESSAI_ROMPU: ['2025-12-20', { evenements: [ACCEPTATION, cdi('2025-11-03'), finContrat('2025-12-12')] }],
  ARRET_PENDANT_ACTIVITE: [
    '2025-10-20',
    { evenements: [ACCEPTATION, cdd('2025-10-01', '2025-10-31'), maladie('2025-10-06', '2025-10-10')] },
  ],
  EMPLOI_A_CHEVAL: ['2025-10-20', { evenements: [ACCEPTATION, cdd('2025-09-20', '2025-10-10')] }],
  AJPP: ['2025-07-01', { evenements: [ACCEPTATION, absence('AJPP', '2025-06-01', '2025-06-10')] }],
  PROCHE_AIDANT: ['2025-07-01', { evenements: [ACCEPTATION, absence('PROCHE_AIDANT', '2025-06-01', '2025-09-30')] }],
  DUREE_LEGALE: ['2025-07-01', { evenements: [ACCEPTATION, absence('CONGE_MATERNITE', '2025-06-01', '2025-09-30')] }],
  DEBORDEMENT: [
    '2025-07-01',
    {
      evenements: [
        ACCEPTATION,
        absence('PROCHE_AIDANT', '2025-06-01', '2025-09-30'),
        maladie('2025-09-01', '2025-09-30'),
      ],
    },
  ],
  QUANTIEME_ABSENT: [
    '2024-06-03',
    { dossier: { dateRemise: '2024-02-07' }, evenements: [{ ...ACCEPTATION, date: '2024-02-12' }] },
  ],
  REGLEMENT_ECHU: ['2027-02-03', { dossier: { dateRemise: '2027-02-02' }, evenements: [] }],
};
