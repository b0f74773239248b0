import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EventType, PendingActivityState } = temporal.api.enums.v1;

/** Last events of a workflow that are told. */
const DERNIERS = 4;

/**
 * What the simulated server still has in hand, in French, for whoever reads that its clock stands still: each open workflow with its
 * activities and its last events.
 */
export async function enquete(connexion: Connection): Promise<string> {
  const { workflowService } = connexion;
  const { executions } = await workflowService.listOpenWorkflowExecutions({
    namespace: 'default',
    startTimeFilter: {},
  });
  const recits = await Promise.all(
    executions.map(async ({ execution }) => {
      const demande = { namespace: 'default', execution: execution! };
      const { pendingActivities } = await workflowService.describeWorkflowExecution(demande);
      const { history } = await workflowService.getWorkflowExecutionHistory(demande);
      const activites = pendingActivities.map(
        ({ activityType, state, attempt }) =>
          `${activityType?.name} (${PendingActivityState[state!]}, essai ${attempt})`,
      );
      const evenements = history!.events!.slice(-DERNIERS).map(({ eventType }) => EventType[eventType!]);
      return `${execution!.workflowId} : ${[...activites, ...evenements].join(', ')}`;
    }),
  );
  return recits.length === 0 ? 'Aucun workflow n’est ouvert.' : `En main du serveur : ${recits.join(' ; ')}.`;
}
