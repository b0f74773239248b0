import type { Client } from '@temporalio/client';
import type { BilanEffacement } from '../../../domain/dossier/effacement';
import { type DemandeEffacement, idEffacement, typeEffacement } from '../../../workflows/effacement/messages';
import { fileParcours } from '../../../workflows/parcours/messages';
import { attendreUnPeu } from './attendre-un-peu';

/**
 * Has the workers erase, and waits a while for the end. Durable once this returns: with no worker it is done when one is there.
 * @returns what was erased, or EN_COURS
 */
export async function lancerEffacement(
  temporal: Client,
  demande: DemandeEffacement,
): Promise<BilanEffacement | 'EN_COURS'> {
  const poignee = await temporal.workflow.start(typeEffacement, {
    workflowId: idEffacement(demande),
    taskQueue: fileParcours,
    args: [demande],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: demande.quoi === 'CONFIRME' ? `Effacement du dossier ${demande.numero}` : 'Effacements rejoués',
  });
  return (await attendreUnPeu<BilanEffacement>(temporal, poignee)) ?? 'EN_COURS';
}
