import type { Evenement } from '../../domain/faits/evenements';
import { dossierInvente } from '../../test/outils/ouvertures';
import { a9h } from '../../test/outils/voyage';

/** When the life begins: at nine o'clock of the day its paper is handed over. */
export const DEPART = a9h(dossierInvente.dateRemise);

/** What a counsellor records of one year, and on which day: the year of `test/workflows/annee.test.ts`, its letters and its extensions. */
export const FAITS = [
  { jour: '2025-03-10', evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' } },
  { jour: '2025-03-31', evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-31' } },
  { jour: '2025-04-28', evenement: { type: 'PSP_VALIDE', date: '2025-04-28' } },
  { jour: '2025-06-02', evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' } },
  { jour: '2025-07-10', evenement: { type: 'POINT_ETAPE_REALISE', date: '2025-07-10' } },
  {
    jour: '2025-09-29',
    evenement: { type: 'REPRISE_EMPLOI', contratId: 'c1', nature: 'CDD', debut: '2025-10-01', fin: '2025-10-15' },
  },
  { jour: '2026-03-20', evenement: { type: 'BILAN_REALISE', date: '2026-03-20' } },
  { jour: '2026-04-20', evenement: { type: 'DEMANDE_REINSCRIPTION', date: '2026-04-20' } },
] as unknown as readonly { jour: string; evenement: Evenement }[];

/** The last day that is followed: the last letter has left, and the journey only listens. */
const DERNIER_JOUR = '2026-05-04';

/** The facts at nine o'clock of their days, then the end. */
export const ETAPES: readonly number[] = [...FAITS.map(({ jour }) => jour), DERNIER_JOUR].map((jour) =>
  a9h(jour).getTime(),
);

/**
 * From one thing to do to the next, in Jalon as in the floor: wide enough for letters to be back. A machine that does much other work
 * asks for more, by `BENCH_PAUSE_MS`.
 */
export const PAUSE_MS = Number(process.env.BENCH_PAUSE_MS ?? 1_000);
