import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** A worker says to the engine that it lives this often: its silence is seen within a minute (`client/usages/sante/workers-vus.ts`). */
export const BATTEMENT_WORKER = '10s';

/** Four of them fit in the timeout of a hand-off, the shortest of those that are watched (see workflows/classes.ts). */
export const BATTEMENT_MS = 2_000;

/**
 * An activity whose silence is watched says that it lives for as long as it runs, whatever it waits for: its worker's death is then seen
 * within seconds.
 */
export const battement: ActivityInterceptorsFactory = (contexte) => ({
  inbound: {
    async execute(entree, suite) {
      if (!contexte.info.heartbeatTimeoutMs) return suite(entree);
      const minuterie = setInterval(() => contexte.heartbeat(), BATTEMENT_MS);
      try {
        return await suite(entree);
      } finally {
        clearInterval(minuterie);
      }
    },
  },
});
