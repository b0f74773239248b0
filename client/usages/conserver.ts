import type { Client } from '@temporalio/client';
import { type Registre, tracer } from '../../registre';
import {
  type BilanConservation,
  type DemandeConservation,
  typeConservation,
} from '../../workflows/conservation/messages';
import { fileParcours } from '../../workflows/parcours/messages';
import { attendreUnPeu } from './commun/attendre-un-peu';

/**
 * What is past its time: said, or purged. The workers do it, with their settings and their folders.
 * @returns null when no worker is done with it yet: it goes on
 */
export async function conserver(
  { registre, temporal }: { registre: Registre; temporal: Client },
  { mode, auteur }: { mode: 'ESSAI' | 'APPLIQUER'; auteur: string },
  maintenant: Date,
): Promise<BilanConservation | null> {
  if (mode === 'APPLIQUER')
    await tracer(registre, { numero: null, auteur, acte: 'APPLIQUER_CONSERVATION' }, maintenant);
  const poignee = await temporal.workflow.start(typeConservation, {
    workflowId: mode === 'ESSAI' ? 'conservation-essayee' : 'conservation-demandee',
    taskQueue: fileParcours,
    args: [{ v: 1, mode } satisfies DemandeConservation],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: 'Durées de conservation, à la demande',
  });
  return attendreUnPeu<BilanConservation>(temporal, poignee);
}
