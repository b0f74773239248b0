import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesCourriers, ActivitesParcours, ActivitesRendezVous, ActivitesReprises } from '../../activities';
import { fileCourriers } from './messages';

/**
 * The law, asked and recorded. Pure computation of a few milliseconds: ten seconds only pass when a worker is stuck.
 * A bug in the law must block, ring and be retried with the fix, never close a journey: attempts are unlimited.
 */
export const { situer } = proxyLocalActivities<ActivitesParcours>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/**
 * Register writes, idempotent. Thirty seconds: a transaction of a few rows behind a month-end burst; unlimited attempts
 * because a register that is down comes back, a minute apart at most so that the journey follows soon after.
 */
export const { inscrire } = proxyLocalActivities<ActivitesParcours>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1m' },
});

/** The mail of an appointment: read from the register and written to it, in the same class as `inscrire`. */
export const { situerRendezVous } = proxyLocalActivities<ActivitesRendezVous>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1m' },
});

/** What was left half-way, read from the register: in the same class as `inscrire`. */
export const { lireInacheves } = proxyLocalActivities<ActivitesReprises>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1m' },
});

/**
 * One hand-off of a letter: a minute for an SMTP server that greets slowly and takes a PDF; tries at 0, 20 s, 1 min, 2 min…
 * within ten minutes in all, then the letter goes back to the agenda (see `situer`). Its own queue carries the rate limit.
 */
export const { remettre } = proxyActivities<ActivitesCourriers>({
  taskQueue: fileCourriers,
  startToCloseTimeout: '1m',
  scheduleToCloseTimeout: '10m',
  retry: { initialInterval: '20s', backoffCoefficient: 2, maximumInterval: '3m' },
});
