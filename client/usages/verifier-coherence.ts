import { setTimeout as attendre } from 'node:timers/promises';
import { type Client, QueryNotRegisteredError, type WorkflowHandle } from '@temporalio/client';
import {
  avancement,
  type BilanCoherence,
  type BilanInacheves,
  typeInacheves,
  VIE_MAX,
} from '../../workflows/inacheves/messages';
import { fileParcours } from '../../workflows/parcours/messages';
import { Refus } from './commun/refus';

/** What is said of a comparison under way; `compares`: how many dossiers, null while no worker answers. */
export interface Avancement {
  compares: number | null;
  /** Since it was asked for, or since a worker last answered. */
  depuisMs: number;
}

export interface OptionsCoherence {
  /** Told every few seconds how far it is. */
  suivre?: (avancement: Avancement) => void;
  /** Between two questions to the worker that compares. */
  pasMs?: number;
  /** Without an answer of any worker in that time, there is none, or they are frozen. */
  silenceMs?: number;
}

/** A worker answers within seconds, whatever it compares; one that starts takes ten. */
const SILENCE_MS = 30_000;
const PAS_MS = 5_000;
/** For a worker to answer one question while it hands over a burst. */
const QUESTION_MS = 4_000;

/**
 * Compares the whole of the register and of the engine, as the Schedule `coherence` does each night. The workers do it: they hold the
 * keys of the journeys. It takes the time that it takes, as long as one of them answers.
 * @param reparer mends what can be; otherwise nothing is changed
 * @throws Refus COHERENCE_SANS_REPONSE as soon as no worker answers any more; nothing is left behind, so that the next one begins anew
 */
export async function verifierCoherence(
  temporal: Client,
  reparer: boolean,
  { suivre = () => undefined, pasMs = PAS_MS, silenceMs = SILENCE_MS }: OptionsCoherence = {},
): Promise<BilanCoherence> {
  const poignee = await temporal.workflow.start(typeInacheves, {
    workflowId: reparer ? 'coherence-demandee-reparer' : 'coherence-demandee',
    taskQueue: fileParcours,
    args: [{ v: 1, etendue: 'ENTIERE', reparer }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowRunTimeout: VIE_MAX.ENTIERE,
    staticSummary: 'Registre et moteur comparés, à la demande',
  });
  const abandon = new AbortController();
  const fin = temporal.withAbortSignal(abandon.signal, () => poignee.result() as Promise<BilanInacheves>);
  // Given up, it has nobody to tell.
  fin.catch(() => undefined);
  const debut = Date.now();
  for (let vuLe = debut; ; ) {
    const bilan = await Promise.race([fin, attendre(pasMs, null, { ref: false })]);
    if (bilan !== null) return bilan.coherence;
    const compares = await demander(temporal, poignee);
    const maintenant = Date.now();
    if (compares !== null) vuLe = maintenant;
    if (maintenant - vuLe >= silenceMs) {
      abandon.abort();
      await poignee.terminate('aucun worker ne répond');
      throw Refus.de('COHERENCE_SANS_REPONSE');
    }
    suivre({ compares, depuisMs: maintenant - (compares === null ? vuLe : debut) });
  }
}

/** How many dossiers were compared, as the worker that does it says; null when none answers. */
async function demander(temporal: Client, poignee: WorkflowHandle): Promise<number | null> {
  try {
    return await temporal.withDeadline(Date.now() + QUESTION_MS, () => poignee.query(avancement));
  } catch (erreur) {
    // A worker older than the question answers that it does not know it.
    return erreur instanceof QueryNotRegisteredError ? 0 : null;
  }
}
