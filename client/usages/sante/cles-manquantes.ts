import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { clesEmployees } from '../../../commun/cles-employees';
import type { Trousseau } from '../../../commun/trousseau';
import { clesDesSecondsFacteurs, plusAnciensVivants, type Registre } from '../../../registre';
import { idParcours } from '../../../workflows/parcours/messages';

export type ClesTenues = Pick<Trousseau, 'cles'>;

/** A key withdrawn too early is an old one, and the oldest journeys hold it: a first event each is read, a few milliseconds in all. */
const PLUS_ANCIENS = 5;

/**
 * Keys that are still needed and that the ring does not hold, as far as it is cheap to know: those of the second factors, and of the first
 * event of the oldest journeys that live. `verifierCles` reads everything.
 */
export async function clesManquantes(registre: Registre, client: Client, { cles }: ClesTenues): Promise<string[]> {
  const [facteurs, numeros] = await Promise.all([
    clesDesSecondsFacteurs(registre),
    plusAnciensVivants(registre, PLUS_ANCIENS),
  ]);
  const employees = new Set(facteurs.map(({ cle }) => cle));
  await Promise.all(
    numeros.map(async (numero) => clesEmployees(await premierEvenement(client, idParcours(numero)), employees)),
  );
  return [...employees].filter((cle) => !cles.has(cle)).sort();
}

/** Keys that the history of a workflow needs and that the ring does not hold: the whole of it is read. */
export async function clesQuiManquentA(client: Client, { cles }: ClesTenues, workflowId: string): Promise<string[]> {
  const histoire = await sinonRien(client.workflow.getHandle(workflowId).fetchHistory());
  return [...clesEmployees(histoire)].filter((cle) => !cles.has(cle)).sort();
}

const premierEvenement = (client: Client, workflowId: string): Promise<unknown> =>
  sinonRien(
    client.workflowService.getWorkflowExecutionHistory({
      ...{ namespace: client.options.namespace, execution: { workflowId }, maximumPageSize: 1 },
    }),
  );

/** What the engine has forgotten needs no key. */
async function sinonRien<T>(lu: Promise<T>): Promise<T | null> {
  try {
    return await lu;
  } catch (erreur) {
    const NOT_FOUND = 5;
    if (erreur instanceof WorkflowNotFoundError || (erreur as { code?: number }).code === NOT_FOUND) return null;
    throw erreur;
  }
}
