import { setTimeout as attendre } from 'node:timers/promises';
import type { Journal } from '../commun/journaux';

export interface Patience {
  journal: Journal;
  /** Stops waiting. */
  signal: AbortSignal;
  /** Whether an error passes by itself; all of them unless said otherwise. Any other is thrown at once. */
  passe?: (erreur: unknown) => boolean;
}

/** A line at once, then one a minute: who looks at the log sees what is waited for, and is not flooded. */
const ESSAIS_PAR_LIGNE = 20;
const PAUSE_MAX_MS = 3_000;

/**
 * Tries until it works: in a cluster nobody starts the processes in order.
 * @param absent said in the log, in French, while it does not
 * @throws AbortError when told to stop
 */
export async function patienter<T>(
  absent: string,
  essayer: () => Promise<T>,
  { journal, signal, passe = () => true }: Patience,
): Promise<T> {
  for (let essai = 0; ; essai++) {
    try {
      return await essayer();
    } catch (erreur) {
      signal.throwIfAborted();
      if (!passe(erreur)) throw erreur;
      if (essai % ESSAIS_PAR_LIGNE === 0) journal.warn({ err: erreur }, absent);
      await attendre(Math.min(250 * (essai + 1), PAUSE_MAX_MS), undefined, { signal });
    }
  }
}
