import { type Client, isGrpcDeadlineError, ServiceError } from '@temporalio/client';
import { type BilanCoherence, type BilanInacheves, typeInacheves } from '../../workflows/inacheves/messages';
import { fileParcours } from '../../workflows/parcours/messages';
import { Refus } from './commun/refus';

/** A fleet is compared in minutes; longer, and no worker is there to do it. */
const ATTENTE_MS = 15 * 60_000;
/** A call given a deadline ends on both sides: the server, when it is the first, says that it was cancelled. */
const ECART_MS = 500;

/**
 * Compares the whole of the register and of the engine, as the Schedule `coherence` does each night. The workers do it: they hold the
 * keys of the journeys.
 * @param reparer mends what can be; otherwise nothing is changed
 * @throws Refus COHERENCE_SANS_REPONSE when no worker does it in time
 */
export async function verifierCoherence(
  temporal: Client,
  reparer: boolean,
  attenteMs = ATTENTE_MS,
): Promise<BilanCoherence> {
  const options = {
    workflowId: reparer ? 'coherence-demandee-reparer' : 'coherence-demandee',
    taskQueue: fileParcours,
    args: [{ v: 1, etendue: 'ENTIERE', reparer }],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    staticSummary: 'Registre et moteur comparés, à la demande',
  };
  const poignee = await temporal.workflow.start(typeInacheves, options);
  const limite = Date.now() + attenteMs;
  try {
    const { coherence } = await temporal.withDeadline(limite, () => poignee.result() as Promise<BilanInacheves>);
    return coherence;
  } catch (erreur) {
    const tropTard = erreur instanceof ServiceError && Date.now() >= limite - ECART_MS;
    if (tropTard || isGrpcDeadlineError(erreur)) throw Refus.de('COHERENCE_SANS_REPONSE');
    throw erreur;
  }
}
