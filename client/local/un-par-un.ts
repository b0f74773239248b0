import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { EnVol } from './en-vol';
import { calme, type Pouls } from './pouls';
import { repondre } from './veille';

/** The first steps of a journey take 0.2 s; one that is held up (a mail server that is slow) keeps the next ones no longer. */
const PREMIERS_PAS_MS = 2_000;

/**
 * One opening at a time: the time-skipping server is known to stand still under journeys opened in parallel. Whoever opens through
 * this client waits for its turn, which comes once the first steps of the one before are made.
 * Every question to the server is answered in time, or named.
 * @param interroger asks the server anything, to know that it is idle
 */
export function unParUn(
  pouls: Pouls,
  { suivre }: Pick<EnVol, 'suivre'>,
  interroger: () => Promise<unknown>,
): WorkflowClientInterceptor {
  let tour: Promise<unknown> = Promise.resolve();
  const aSonTour = <T>(quoi: string, ouvrir: () => Promise<T>): Promise<T> => {
    const ouverture = tour.then(() => repondre(quoi, suivre(ouvrir)));
    // Refused, or the server gone meanwhile: its author, or whoever comes next, is told.
    tour = ouverture.then(() => calme(pouls, interroger, PREMIERS_PAS_MS)).catch(() => undefined);
    return ouverture;
  };
  return {
    startWithDetails: (input, next) => aSonTour('ouvrir un workflow', () => next(input)),
    signalWithStart: (input, next) => aSonTour('ouvrir un workflow par un signal', () => next(input)),
    signal: (input, next) =>
      repondre(
        'recevoir un signal',
        suivre(() => next(input)),
      ),
    query: (input, next) =>
      repondre(
        'répondre à une question',
        suivre(() => next(input)),
      ),
  };
}
