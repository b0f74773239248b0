import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Four of them fit in the timeout of a hand-off (see workflows/classes.ts). */
export const BATTEMENT_MS = 2_000;

/** An activity says that it lives for as long as it runs, whatever it waits for: its worker's death is then seen within seconds. */
export const battement: ActivityInterceptorsFactory = (contexte) => ({
  inbound: {
    async execute(entree, suite) {
      const minuterie = setInterval(() => contexte.heartbeat(), BATTEMENT_MS);
      try {
        return await suite(entree);
      } finally {
        clearInterval(minuterie);
      }
    },
  },
});
