import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import { REMISE_SECONDES } from '../domain/parcours/tentatives';
import { fileFlotte } from './flotte/messages';
import { fileCourriers } from './parcours/messages';

/** How the engine retries, by class of activity; what follows a letter that could not leave is in `domain/parcours/tentatives.ts`. */

/**
 * One short try, which costs the history a marker. Five seconds, what the register takes to be said away, and less than the engine's
 * patience with a workflow task (ten): beyond, the task is kept open by three events every eight seconds.
 */
export const ESSAI: LocalActivityOptions = { startToCloseTimeout: '5s', retry: { maximumAttempts: 1 } };

/**
 * The register awaited: an activity whose tries add no event, however long it is away. Thirty seconds: a transaction of a few rows
 * behind a month-end burst; unlimited attempts because a register that is down comes back, and because a bug in the law must ring and
 * be retried with the fix, never close a journey; after a few minutes, five apart: thousands of journeys may wait, and each follows soon.
 */
export const ATTENTE: ActivityOptions = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '5m' },
};

/**
 * A part of the fleet compared: five minutes for five hundred journeys to take up again after the engine lost them all. Tried again until
 * both answer, a minute apart at most: the next run of the Schedule waits for this one. A heartbeat comes every two seconds: after fifteen
 * without one the worker is dead or frozen, and another takes over.
 */
export const COHERENCE: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '5s', maximumInterval: '1m' },
};

/** What runs begun before `ESSAI` and `ATTENTE` recorded; they leave it at their next pass (`attente.ts`). */
export const AVANT_ATTENTE: LocalActivityOptions = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1m' },
};

/**
 * One hand-off of a letter, tried at 0, 5 s, 25 s, 2 min, 5 min… within ten minutes in all; then the letter goes back to the agenda. Its
 * own queue carries the rate limit. A heartbeat comes every two seconds: after eight without one the worker is dead, and another takes the
 * letter again five seconds later. An attempt believed dead that was only slow is marked uncertain like another.
 */
export const COURRIERS: ActivityOptions = {
  taskQueue: fileCourriers,
  startToCloseTimeout: `${REMISE_SECONDES}s`,
  heartbeatTimeout: '8s',
  scheduleToCloseTimeout: '10m',
  retry: { initialInterval: '5s', backoffCoefficient: 4, maximumInterval: '3m' },
};

/**
 * A slice of a tour, or a round of digests. A slice stops by itself after four minutes and one batch, whose slowest letter takes a
 * minute: ten minutes only pass when something is stuck. A heartbeat comes every three seconds: after fifteen without one the worker
 * is dead, and another takes over at the cursor. A register that is down comes back: attempts are unlimited, a minute apart at most.
 */
export const FLOTTE: ActivityOptions = {
  taskQueue: fileFlotte,
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
};

/**
 * Some people erased: a second each, and a minute for each that the engine is slow to forget. Tried again until all of them answer, five
 * minutes apart at most: begun, an erasure is done. A heartbeat comes every two seconds, as for {@link COHERENCE}.
 */
export const EFFACEMENT: ActivityOptions = {
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '2s', maximumInterval: '5m' },
};
