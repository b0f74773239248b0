import type { Client } from '@temporalio/client';
import type { MomentFlotte } from '../../domain/flotte/flotte';
import { idTournee, tourneeNeuve, typeTournee } from '../../workflows/flotte/messages';
import { fileParcours } from '../../workflows/parcours/messages';

/**
 * Starts a tour by hand, for a month that no Schedule served; one already started so goes on. Whoever was served by another tour of
 * the same moment and month is not served twice: the register knows.
 * @returns the id of its workflow
 */
export async function lancerTournee(temporal: Client, moment: MomentFlotte, mois: string): Promise<string> {
  const { workflowId } = await temporal.workflow.start(typeTournee, {
    workflowId: idTournee(moment, mois),
    taskQueue: fileParcours,
    args: [tourneeNeuve(moment, mois)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: `Actualisation de ${mois}, ${moment.toLowerCase()}, lancée à la main`,
  });
  return workflowId;
}
