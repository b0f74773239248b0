import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

/** What the engine kept of a life. */
export interface Histoire {
  /** Timers that rang. */
  echeances: number;
  evenements: number;
  /** What they weigh, by the engine's own count. */
  octets: number;
  /** Tries that the machine was too slow for, and that the engine asked anew: none in a measure that is worth something. */
  reprises: number;
  /** Events by the name of their sort; of the first life. */
  parSorte: Record<string, number>;
}

const { EventType } = temporal.api.enums.v1;

const REPRISES = ['WORKFLOW_TASK_TIMED_OUT', 'WORKFLOW_TASK_FAILED', 'ACTIVITY_TASK_TIMED_OUT', 'ACTIVITY_TASK_FAILED'];

export async function lireHistoire(vie: Pick<WorkflowHandle, 'fetchHistory' | 'describe'>): Promise<Histoire> {
  const { events } = await vie.fetchHistory();
  const { historySize = 0 } = await vie.describe();
  const parSorte: Record<string, number> = {};
  for (const { eventType } of events ?? []) {
    const sorte = EventType[eventType ?? 0]!.replace('EVENT_TYPE_', '');
    parSorte[sorte] = (parSorte[sorte] ?? 0) + 1;
  }
  const reprises = REPRISES.reduce((somme, sorte) => somme + (parSorte[sorte] ?? 0), 0);
  return {
    echeances: parSorte.TIMER_FIRED ?? 0,
    evenements: events?.length ?? 0,
    octets: historySize,
    reprises,
    parSorte,
  };
}

/** Of several lives, what one did in the mean. */
export const enMoyenne = (vies: readonly Histoire[]): Histoire => ({
  echeances: moyenne(vies.map((v) => v.echeances)),
  evenements: moyenne(vies.map((v) => v.evenements)),
  octets: moyenne(vies.map((v) => v.octets)),
  reprises: moyenne(vies.map((v) => v.reprises)),
  parSorte: vies[0]!.parSorte,
});

export const moyenne = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0) / nombres.length;
