import type { MomentFlotte } from '../../domain/flotte/flotte';

/** Names under which the workflows of the fleet are registered; they run on the queue of the journeys, as few as they are. */
export const typeTournee = 'tournee';
export const typePointsDuMatin = 'pointsDuMatin';
/** Task queue of what is sent to everyone: apart, so that a month's mail delays no letter of a journey. */
export const fileFlotte = 'flotte';

/** Id of a tour started by hand; those of a Schedule carry its hour. */
export const idTournee = (moment: MomentFlotte, mois: string): string => `tournee-${moment.toLowerCase()}-${mois}`;

/** The whole state of a tour: its input, handed over as it is by continue-as-new. */
export interface EtatTournee {
  v: 1;
  moment: MomentFlotte;
  /** `AAAA-MM`; null until the first pass reads it off the calendar. */
  mois: string | null;
  /** Last numéro served in the pass under way; null between passes. */
  curseur: string | null;
  passes: number;
}

export const tourneeNeuve = (moment: MomentFlotte, mois: string | null): EtatTournee => ({
  v: 1,
  moment,
  mois,
  curseur: null,
  passes: 0,
});

/** The whole state of a morning's digests. */
export interface EtatPoints {
  v: 1;
  passes: number;
}
