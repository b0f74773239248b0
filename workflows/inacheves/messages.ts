import type { Constat } from '../../activities';

/** Name under which the taking up of what was left half-way is registered. */
export const typeInacheves = 'reprises';

/** What a run looks at, and whether it mends what it can. */
export interface DemandeInacheves {
  v: 1;
  /** LEGERE: what is recent, and the next part of the fleet. ENTIERE: all of it. */
  etendue: 'LEGERE' | 'ENTIERE';
  reparer: boolean;
}

/** What the Schedule asks every ten minutes. */
export const demandeLegere: DemandeInacheves = { v: 1, etendue: 'LEGERE', reparer: true };

/** What a run found register and engine to disagree on. */
export interface BilanCoherence {
  /** Dossiers looked at. */
  dossiers: number;
  /** How many things were found, by what became of them. */
  suites: Partial<Record<Constat['suite'], number>>;
  /** The first ones; all are in the log of the workers. */
  constats: Constat[];
  /** Number from which the next light run goes on; empty: from the first. */
  apres: string;
}

/** What a run took up. */
export interface BilanInacheves {
  ouvertures: number;
  rendezVous: number;
  coherence: BilanCoherence;
}
