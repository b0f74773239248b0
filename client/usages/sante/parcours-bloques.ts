import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { type Fenetre, parcoursEnRetard, type Registre } from '../../../registre';
import { idParcours } from '../../../workflows/parcours/messages';
import { type ClesTenues, clesQuiManquentA } from './cles-manquantes';

/** A workflow that does not go on, and why, in French; the id names a dossier, nobody. */
export interface Bloque {
  id: string;
  raison: string;
}

/** Part of those that do not go on, and how many there are in all. */
export interface Bloques {
  nombre: number;
  bloques: Bloque[];
}

/** A journey wakes within seconds; a deploy takes some minutes. */
const RETARD_MS = 15 * 60_000;

/** The server marks those whose task fails five times in a row. */
const EN_ECHEC = 'TemporalReportedProblems IS NOT NULL AND ExecutionStatus = "Running"';

/** Those whose workflow task fails, as the server sees them. */
export async function tachesEnEchec(
  client: Client,
  trousseau: ClesTenues,
  { limite, decalage }: Fenetre,
): Promise<Bloques> {
  const { count: nombre } = await client.workflow.count(EN_ECHEC);
  const bloques: Bloque[] = [];
  if (nombre <= decalage || limite === 0) return { nombre, bloques };
  let vus = 0;
  for await (const { workflowId } of client.workflow.list({ query: EN_ECHEC })) {
    vus += 1;
    if (vus <= decalage) continue;
    bloques.push({ id: workflowId, raison: raisonDEchec(await clesQuiManquentA(client, trousseau, workflowId)) });
    if (bloques.length === limite) break;
  }
  return { nombre, bloques };
}

const raisonDEchec = (manquent: readonly string[]): string =>
  manquent.length === 0
    ? 'sa tâche de workflow échoue ; le journal des workers dit pourquoi'
    : `sa tâche de workflow échoue : ${direLesCles(manquent)}`;

/** Which keys the ring does not hold. */
export const direLesCles = (manquent: readonly string[]): string =>
  `${manquent.length > 1 ? 'les clés' : 'la clé'} ${manquent.map((cle) => `« ${cle} »`).join(', ')} ${manquent.length > 1 ? 'manquent' : 'manque'} au trousseau`;

/** Those that should have woken up, the latest first, and why they did not: each is asked about in the engine. */
export async function parcoursEndormis(
  registre: Registre,
  client: Client,
  maintenant: Date,
  fenetre: Fenetre,
): Promise<Bloques> {
  const { nombre, numeros } = await parcoursEnRetard(registre, new Date(maintenant.getTime() - RETARD_MS), fenetre);
  const ids = numeros.map(idParcours);
  return { nombre, bloques: await Promise.all(ids.map(async (id) => ({ id, raison: await raisonDe(client, id) }))) };
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
