import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { idParcours } from '../../../workflows/parcours/messages';

/** A workflow that does not go on, and why, in French; the id names a dossier, nobody. */
export interface Bloque {
  id: string;
  raison: string;
}

/** The server marks those whose task fails five times in a row. */
const EN_ECHEC = 'TemporalReportedProblems IS NOT NULL AND ExecutionStatus = "Running"';

/** @returns those whose workflow task fails, as the server sees them: the first ones, and how many there are in all */
export async function tachesEnEchec(client: Client, limite: number): Promise<{ nombre: number; bloques: Bloque[] }> {
  const { count: nombre } = await client.workflow.count(EN_ECHEC);
  const bloques: Bloque[] = [];
  if (nombre === 0) return { nombre, bloques };
  for await (const { workflowId, searchAttributes } of client.workflow.list({ query: EN_ECHEC, pageSize: limite })) {
    const dits = (searchAttributes as Record<string, unknown[] | undefined>).TemporalReportedProblems ?? [];
    const cause = dits
      .map(String)
      .find((dit) => dit.startsWith('cause='))
      ?.slice('cause='.length);
    bloques.push({ id: workflowId, raison: `sa tâche de workflow échoue${cause ? ` (${cause})` : ''}` });
    if (bloques.length === limite) break;
  }
  return { nombre, bloques };
}

/** Why a journey that should have woken up did not, asked of the engine. */
export async function raisonDuRetard(client: Client, numero: string): Promise<Bloque> {
  const id = idParcours(numero);
  return { id, raison: await raisonDe(client, id) };
}

/** A workflow task that a worker has taken, as gRPC numbers it. */
const PRISE = 2;

async function raisonDe(client: Client, id: string): Promise<string> {
  try {
    const { status, raw } = await client.workflow.getHandle(id).describe();
    if (status.name !== 'RUNNING') return `son workflow ne vit plus (${status.name})`;
    const activite = raw.pendingActivities?.find(({ lastFailure }) => lastFailure);
    if (activite) {
      const { loadedDataConverter } = client.options;
      const erreur = await decodeOptionalFailureToOptionalError(loadedDataConverter, activite.lastFailure);
      const nom = activite.activityType?.name ?? 'activité';
      return `${nom} échoue pour la ${activite.attempt}e fois : ${erreur?.message ?? 'sans message'}`;
    }
    const tache = raw.pendingWorkflowTask;
    if (tache && (tache.attempt ?? 0) > 1) return `sa tâche de workflow échoue pour la ${tache.attempt}e fois`;
    if (tache) return tache.state === PRISE ? 'un worker s’en occupe' : 'aucun worker ne prend sa tâche de workflow';
    const attend = raw.pendingActivities?.[0]?.activityType?.name;
    return attend ? `${attend} attend son tour` : 'le moteur ne l’a pas encore réveillé';
  } catch (erreur) {
    if (erreur instanceof WorkflowNotFoundError) return 'il n’a pas de workflow';
    throw erreur;
  }
}
