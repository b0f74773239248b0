import { setTimeout as attendre } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { MoteurQuiOublie } from '../activities/effacement/moteur';
import { deFront } from '../commun/de-front';
import { idParcours } from '../workflows/parcours/messages';
import { idRendezVous } from '../workflows/rendez-vous/messages';
import { debutDesRenvois } from '../workflows/renvoi/messages';

/** Deleted at a time. */
const DE_FRONT = 10;
/** The engine deletes within a second or two what does not run, its lists a little later. */
const PATIENCE_MS = 60_000;
const REGARD_MS = 200;

/** One run of a workflow. */
interface Execution {
  workflowId: string;
  runId: string;
}

/** The engine made to forget, over a client; histories are never decoded. */
export function moteurQuiOublie(client: Client): MoteurQuiOublie {
  const { workflow, workflowService } = client;
  const { namespace } = client.options;

  async function* listees(query: string): AsyncGenerator<Execution> {
    for await (const { workflowId, runId } of workflow.list({ query })) yield { workflowId, runId };
  }

  /** The latest run of an id, and those that it continues, one after the other: what a list may be late to show, or has lost. */
  async function* enChaine(workflowId: string): AsyncGenerator<Execution> {
    for (let runId = await dernier(workflowId); runId; runId = await precedent({ workflowId, runId }))
      yield { workflowId, runId };
  }

  const siConnu = <T>(demande: Promise<T>): Promise<T | null> =>
    demande.catch((erreur: unknown) => {
      if (erreur instanceof WorkflowNotFoundError || (erreur as { code?: unknown }).code === NOT_FOUND) return null;
      throw erreur;
    });

  const dernier = async (workflowId: string): Promise<string | null> =>
    (await siConnu(workflow.getHandle(workflowId).describe()))?.runId ?? null;

  async function precedent(execution: Execution): Promise<string | null> {
    const lue = await siConnu(
      workflowService.getWorkflowExecutionHistory({ namespace, execution, maximumPageSize: 1 }),
    );
    return lue?.history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || null;
  }

  async function trouver(ids: readonly string[], numero: string): Promise<Execution[]> {
    const trouvees = new Map<string, Execution>();
    const noter = (execution: Execution) => trouvees.set(execution.runId, execution);
    const debut = debutDesRenvois(numero);
    for (const id of ids) for await (const execution of listees(`WorkflowId = "${id}"`)) noter(execution);
    for await (const execution of listees(`WorkflowId >= "${debut}" AND WorkflowId < "${apresTout(debut)}"`))
      noter(execution);
    const connus = new Set([...ids, ...[...trouvees.values()].map(({ workflowId }) => workflowId)]);
    for (const id of connus) for await (const execution of enChaine(id)) noter(execution);
    return [...trouvees.values()];
  }

  return {
    async oublier(numero, rendezVous) {
      const ids = [idParcours(numero), ...rendezVous.map(idRendezVous)];
      const effacees = new Set<string>();
      for (const limite = Date.now() + PATIENCE_MS; ; await attendre(REGARD_MS)) {
        const restent = await trouver(ids, numero);
        if (restent.length === 0) return effacees.size;
        if (Date.now() > limite) throw new Error(`le moteur garde encore ${restent.length} exécutions de ${numero}`);
        await deFront(DE_FRONT, restent, async (workflowExecution) => {
          effacees.add(workflowExecution.runId);
          await siConnu(workflowService.deleteWorkflowExecution({ namespace, workflowExecution }));
        });
      }
    },
  };
}

/** Of gRPC. */
const NOT_FOUND = 5;

/** The first text after all those that begin so. */
const apresTout = (debut: string): string =>
  debut.slice(0, -1) + String.fromCharCode(debut.charCodeAt(debut.length - 1) + 1);
