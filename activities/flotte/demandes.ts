import type { MomentFlotte } from '../../domain/flotte/flotte';

/** One pass of a monthly tour over those still to be served; nobody is named in it. */
export interface DemandeTournee {
  moment: MomentFlotte;
  /** `AAAA-MM`; null: the month that the moment is about on the day of `maintenant`. */
  mois: string | null;
  /** UTC instant, ISO 8601; the clock of a simulation. */
  maintenant: string;
  /** Last numéro served in this pass; null at its beginning. */
  curseur: string | null;
  /** Passes already made. */
  passes: number;
}

export interface ReponseTournee {
  mois: string;
  /** The pass goes on after this numéro; null once it is over. */
  curseur: string | null;
  /** When the next pass may serve someone, and why it waits; null when the tour is over. */
  prochain: { quand: string; libelle: string } | null;
  /** Letters of the tour by statut, or `TACHES` for those left; said once the pass is over. */
  bilan: Record<string, number>;
}

/** One round of the morning digests, over the agencies whose hour has come. */
export interface DemandePoints {
  /** UTC instant, ISO 8601. */
  maintenant: string;
  passes: number;
}

export interface ReponsePoints {
  /** When the next agency's hour comes, or those that could not leave are tried again; null when the day is done. */
  prochain: { quand: string; libelle: string } | null;
  /** Digests of the day: handed over, with nothing to say, still to leave. */
  bilan: { remis: number; sansObjet: number; enAttente: number };
}

/** Activities of what is sent to everyone at once. */
export interface ActivitesFlotte {
  /**
   * Serves those whose zone is awake, in batches and in the order of numéros, for some minutes at most; the heartbeat carries the
   * cursor, and the register knows who was served: stopped anywhere, it resumes there.
   */
  tourner(demande: DemandeTournee): Promise<ReponseTournee>;
  /** Hands over the digests that are due and not yet sent today. */
  remettrePoints(demande: DemandePoints): Promise<ReponsePoints>;
}
