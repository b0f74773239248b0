import { GENERATION } from './generation';
import type { EtatParcours, MemoireParcours } from './parcours';

/** What a journey remembers before anything happened. */
export const memoireVierge = (): MemoireParcours => ({
  issues: {},
  courriers: {},
  termeAnnonce: null,
  changements: {},
});

/** The state of a journey that was never asked anything. */
export const etatInitial = (
  ouverture: Pick<EtatParcours, 'numero' | 'agence' | 'referent' | 'dossier' | 'dateReprise' | 'journal'>,
): EtatParcours => ({ v: 1, ...ouverture, recus: [], ...memoireVierge(), version: 0, generation: GENERATION });
