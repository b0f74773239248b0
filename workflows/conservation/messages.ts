import type { BilanEffacement } from '../../domain/dossier/effacement';
import type { LimitesConservation, RapportConservation } from '../../domain/flotte/conservation';

/** Name under which what is past its time is purged. */
export const typeConservation = 'conservation';

/**
 * ESSAI: says what is past its time, changes nothing. SELON_REGLAGES: purges it if the settings let the night do so. APPLIQUER: purges it,
 * someone asks for it.
 */
export interface DemandeConservation {
  v: 1;
  mode: 'ESSAI' | 'SELON_REGLAGES' | 'APPLIQUER';
}

/** What was found, and what was done of it. */
export interface BilanConservation {
  limites: LimitesConservation;
  /** What was past its time when it was looked at. */
  rapport: RapportConservation;
  /** False: nothing was changed. */
  applique: boolean;
  effaces: BilanEffacement;
}
