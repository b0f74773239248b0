import { setTimeout as attendre } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';

/** One person takes seconds, and twenty a few more; beyond, who asked is told that it goes on. */
const ATTENTE_MS = 60_000;

/** The result of a workflow, or null when it has none yet: it goes on without who waited. */
export async function attendreUnPeu<R>(
  temporal: Client,
  poignee: Pick<WorkflowHandle, 'result'>,
  attenteMs = ATTENTE_MS,
): Promise<R | null> {
  const abandon = new AbortController();
  const fin = temporal.withAbortSignal(abandon.signal, () => poignee.result() as Promise<R>);
  // Given up, it has nobody to tell.
  fin.catch(() => undefined);
  const resultat = await Promise.race([fin, attendre(attenteMs, null, { ref: false })]);
  if (resultat === null) abandon.abort();
  return resultat;
}
