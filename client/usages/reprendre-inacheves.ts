import type { Client } from '@temporalio/client';
import { fileParcours } from '../../workflows/parcours/messages';
import { type BilanReprises, typeReprises } from '../../workflows/reprises/messages';

/** Takes up at once what a cut left between the register and the engine, as the Schedule `reprises` does every ten minutes. */
export const reprendreInacheves = (temporal: Client): Promise<BilanReprises> =>
  temporal.workflow.execute(typeReprises, {
    workflowId: 'reprises-demandees',
    taskQueue: fileParcours,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: 'Ouvertures et rendez-vous interrompus',
  });
