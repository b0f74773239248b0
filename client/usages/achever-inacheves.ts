import type { Client } from '@temporalio/client';
import { type BilanInacheves, demandeLegere, typeInacheves, VIE_MAX } from '../../workflows/inacheves/messages';
import { fileParcours } from '../../workflows/parcours/messages';

/** Takes up at once what a cut left between the register and the engine, as the Schedule `reprises` does every ten minutes. */
export const acheverInacheves = (temporal: Client): Promise<BilanInacheves> =>
  temporal.workflow.execute(typeInacheves, {
    workflowId: 'reprises-demandees',
    taskQueue: fileParcours,
    args: [demandeLegere],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowRunTimeout: VIE_MAX.LEGERE,
    staticSummary: 'Ouvertures et rendez-vous interrompus',
  });
