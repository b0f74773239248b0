import type { Client } from '@temporalio/client';
import { fileFlotte } from '../../../workflows/flotte/messages';
import { fileCourriers, fileParcours } from '../../../workflows/parcours/messages';
import { decalageDuWorker } from './horloges';
import { remplacements } from './remplacements';

/** A process that takes work of a queue. */
export interface WorkerVu {
  file: string;
  /** `pid@machine`. */
  identite: string;
  /** Seconds since its last sign of life. */
  silence: number;
  /** Too long a silence: dead or frozen. */
  fige: boolean;
  /** How far its clock is ahead of the engine's, in seconds; 0 when they agree. */
  decalage: number;
  /** Silent on all its queues: the identity of the one that stands in for it since, on its machine. */
  remplacePar?: string;
  /** Its release is not one that the engine gives this queue's work to. */
  horsVersion?: true;
}

/** As gRPC numbers them. */
const TYPE = { WORKFLOW: 1, ACTIVITE: 2 } as const;

/** Every queue of Jalon, by the kind of task that matters on it. */
export const FILES = [
  [fileParcours, TYPE.WORKFLOW],
  [fileCourriers, TYPE.ACTIVITE],
  [fileFlotte, TYPE.ACTIVITE],
] as const;

/** A worker says that it lives every ten seconds (`BATTEMENT_WORKER`): beyond three that are missing, it is dead or frozen. */
const SANS_BATTEMENT_SECONDES = 40;
/** One that an engine hears no heartbeat of asks for work every minute at most. */
const SANS_DEMANDE_SECONDES = 120;

/** Every worker of some queue has fallen silent: nothing of it goes on, whatever its process says. */
export const sontFiges = (workers: readonly WorkerVu[]): boolean =>
  FILES.some(([file]) => {
    const siens = workers.filter((w) => w.file === file);
    return siens.length > 0 && siens.every(({ fige }) => fige);
  });

/** The workers of each queue, as the engine saw them in the last five minutes; those that stopped in order are gone. */
export async function workersVus(client: Client, maintenant: Date): Promise<WorkerVu[]> {
  const { namespace } = client.options;
  const depuis = (le: number): number => Math.max(0, Math.round(maintenant.getTime() / 1_000 - le));
  const [battements, ...parFile] = await Promise.all([
    battementsDe(client),
    ...FILES.map(async ([file, taskQueueType]) => {
      const taskQueue = { name: file };
      const { pollers, versioningInfo } = await client.workflowService.describeTaskQueue({
        namespace,
        taskQueue,
        taskQueueType,
      });
      const servies = versionsServies(versioningInfo);
      return (pollers ?? []).map(({ identity, lastAccessTime, deploymentOptions }) => ({
        file,
        identite: identity ?? '?',
        lastAccessTime,
        servi: servies.has(deploymentOptions?.workerVersioningMode === NOMMEE ? deploymentOptions.buildId! : ''),
      }));
    }),
  ]);
  const vus = parFile.flat();
  const decalageDe = (identite: string): number => {
    const siens = vus.filter((vu) => vu.identite === identite);
    const dits = siens.flatMap(({ file }) => {
      const dit = battements.get(cle(file, identite));
      return dit === undefined || dit.arrete ? [] : [dit.le];
    });
    return decalageDuWorker(
      dits,
      siens.map(({ lastAccessTime }) => secondes(lastAccessTime)),
    );
  };
  const presences = vus.flatMap(({ file, identite, lastAccessTime, servi }) => {
    const battement = battements.get(cle(file, identite));
    if (battement?.arrete) return [];
    const decalage = decalageDe(identite);
    // What a wrong clock dates tells nothing.
    const dit = decalage === 0 ? battement : undefined;
    const silence = depuis(dit?.le ?? secondes(lastAccessTime));
    const fige = silence > (dit ? SANS_BATTEMENT_SECONDES : SANS_DEMANDE_SECONDES);
    const worker = { file, identite, silence, fige, decalage, ...(servi ? {} : { horsVersion: true as const }) };
    return [{ worker, file, identite, fige, demarreLe: dit?.demarreLe, ditLe: dit?.le }];
  });
  const remplaces = remplacements(presences);
  return presences.map(({ worker }) => {
    const remplacePar = remplaces.get(worker.identite);
    return { ...worker, ...(remplacePar === undefined ? {} : { remplacePar }) };
  });
}

/** As gRPC numbers the workers that bear the name of their release. */
const NOMMEE = 2;

interface Versions {
  currentDeploymentVersion?: { buildId?: string | null } | null;
  rampingDeploymentVersion?: { buildId?: string | null } | null;
  rampingVersionPercentage?: number | null;
}

/** The releases that the engine gives a queue's work to; empty name: workers that bear none. */
function versionsServies(versions: Versions | null | undefined): ReadonlySet<string> {
  const { currentDeploymentVersion: courante, rampingDeploymentVersion: essai } = versions ?? {};
  const aLEssai = (versions?.rampingVersionPercentage ?? 0) > 0 ? [essai?.buildId ?? ''] : [];
  return new Set([courante?.buildId ?? '', ...aLEssai]);
}

type Instant = { seconds?: unknown } | null | undefined;

const secondes = (le: Instant): number => Number(le?.seconds ?? 0);

const cle = (file: string, identite: string): string => `${file} ${identite}`;

/** As gRPC numbers it. */
const EN_MARCHE = 1;

/** What a worker last said of itself on a queue, by its own clock, in seconds. */
interface Battement {
  le: number;
  demarreLe: number;
  arrete: boolean;
}

/** What each worker last said of itself; of an engine that keeps no heartbeats, nothing. */
async function battementsDe(client: Client): Promise<Map<string, Battement>> {
  const { workersInfo } = await client.workflowService
    .listWorkers({ namespace: client.options.namespace, pageSize: 1_000 })
    .catch(() => ({ workersInfo: [] }));
  const battements = new Map<string, Battement>();
  for (const { workerHeartbeat } of workersInfo ?? []) {
    if (!workerHeartbeat?.heartbeatTime) continue;
    const { taskQueue, workerIdentity, status, startTime, heartbeatTime } = workerHeartbeat;
    const sienne = cle(taskQueue ?? '', workerIdentity ?? '');
    const le = secondes(heartbeatTime);
    // A container started again gives its process the same name.
    if ((battements.get(sienne)?.le ?? 0) > le) continue;
    battements.set(sienne, { le, demarreLe: secondes(startTime), arrete: status !== EN_MARCHE });
  }
  return battements;
}
