import { proxyActivities } from '@temporalio/workflow';
import type { ActivitesFlotte } from '../../activities/flotte';
import { fileFlotte } from './messages';

/**
 * A slice of a tour, or a round of digests. A slice stops by itself after four minutes and one batch, whose slowest letter takes a
 * minute: ten minutes only pass when something is stuck. A heartbeat comes every three seconds: after fifteen without one the worker
 * is dead, and another takes over at the cursor. A register that is down comes back: attempts are unlimited, a minute apart at most.
 */
export const { tourner, remettrePoints } = proxyActivities<ActivitesFlotte>({
  taskQueue: fileFlotte,
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});
