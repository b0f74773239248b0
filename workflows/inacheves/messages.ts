import { defineQuery } from '@temporalio/workflow';
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

/**
 * How long a run may live. One whose history nobody can read any more (a key was lost) would otherwise stand in the way of all those after
 * it. The light ones take seconds, and five minutes at most when the engine lost everything; a whole one, minutes. Cut, what was left to do is
 * the next one's.
 */
export const VIE_MAX = { LEGERE: '30 minutes', ENTIERE: '2 hours' } as const;

/** How many dossiers a run has compared so far: whoever waits for it sees that it lives. */
export const avancement = defineQuery<number>('avancement');

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
