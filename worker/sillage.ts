import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { repereDe } from '../commun/sillage/entetes';
import { type Dits, dansLeJournal, type Repere, repereIci, suivre } from '../commun/sillage/sillage';

/**
 * What an activity does belongs to the gesture that its workflow follows, which came with it; what the SDK logs of it says so too, even
 * once it has failed.
 */
export const sillageDesActivites: ActivityInterceptorsFactory = ({ info }) => {
  let repere: Repere | null = null;
  const dits: Dits = {
    'jalon.essai': info.attempt,
    ...(info.workflowExecution ? { 'jalon.workflow': info.workflowExecution.workflowId } : {}),
  };
  return {
    inbound: {
      execute: (entree, suite) =>
        suivre(
          `activité ${info.activityType}`,
          dits,
          () => {
            repere = repereIci();
            return suite(entree);
          },
          repereDe(entree.headers),
        ),
    },
    outbound: { getLogAttributes: (entree, suite) => suite({ ...entree, ...dansLeJournal(repere) }) },
  };
};
