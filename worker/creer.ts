import type { InjectedSinks, NativeConnection, Worker as WorkerType } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import type {
  ActivitesCourriers,
  ActivitesInacheves,
  ActivitesMessages,
  ActivitesParcours,
  ActivitesRendezVous,
} from '../activities';
import type { ActivitesConservation, ActivitesEffacement } from '../activities/effacement';
import type { ActivitesFlotte } from '../activities/flotte';
import { convertisseurDesWorkers } from '../commun/data-converter';
import type { Reglages } from '../commun/reglages';
import type { Trousseau } from '../commun/trousseau';
import type { DitsDesWorkflows } from '../workflows/echecs/messages';
import { BATTEMENT_MS, battement } from './battement';
import { sillageDesActivites } from './sillage';
import { versionnement } from './versionnement';

export interface DepsWorkers {
  connection: NativeConnection;
  reglages: Pick<Reglages, 'cacheParcours' | 'courriersParSeconde' | 'arretSecondes' | 'version'> & {
    temporal: { espace: string };
  };
  trousseau: Trousseau;
  activites: {
    parcours: ActivitesParcours &
      ActivitesRendezVous &
      ActivitesInacheves &
      ActivitesMessages &
      ActivitesEffacement &
      ActivitesConservation;
    courriers: ActivitesCourriers;
    flotte: ActivitesFlotte;
  };
  workflowBundle: { codePath: string };
  /** Told why a workflow task fails, at each try. */
  surEchec?: (echec: EchecDeTache) => void;
}

/** A workflow whose task fails; the error is in clear. */
export interface EchecDeTache {
  workflow: string;
  runId: string;
  erreur: Error;
}

export interface Workers {
  /** Resolves when all have stopped, rejects when one fails. */
  fin: Promise<void>;
  /** Asks them to finish what they hold; `fin` tells when they have. */
  arreter(): void;
}

/**
 * Letters in hand at once: what a worker that dies may leave uncertain. As many as the relay's connections and the register's; at a tenth
 * of a second a letter, five times the default rate of the queue.
 */
const COURRIERS_EN_MAIN = 10;

/**
 * Without a memory, one task at a time: each that ends drives out the journey that was touched least recently, and where several are in hand it is
 * another one, in the midst of its own task, whose answer is then dropped until the engine gives it again ten seconds later.
 */
const memoireDesParcours = (parcours: number) => ({
  maxCachedWorkflows: parcours,
  ...(parcours === 0 ? { maxConcurrentWorkflowTaskExecutions: 1 } : {}),
});

/** Given to what is still running after the grace time, before the process ends anyway. */
const FORCE_SECONDES = 5;

/**
 * The workers of Jalon on one connection: journeys with their local activities, letters on a queue of their own whose rate the
 * server holds, and what is sent to everyone at once on another. Used by the process, the tests and the simulator alike.
 */
export async function creerWorkers(deps: DepsWorkers): Promise<Workers> {
  const { connection, reglages, trousseau, activites, workflowBundle, surEchec = () => undefined } = deps;
  const sinks: InjectedSinks<DitsDesWorkflows> = {
    echecs: {
      dire: {
        fn({ workflowId: workflow, runId }, message, pile) {
          surEchec({ workflow, runId, erreur: Object.assign(new Error(message), { stack: pile }) });
        },
        // A journey that has slept wakes by a replay: where it fails then is what is to be told.
        callDuringReplay: true,
      },
    },
  };
  const communes = {
    connection,
    namespace: reglages.temporal.espace,
    dataConverter: convertisseurDesWorkers(trousseau),
    // Zero by default: a letter half handed over would be cut at once.
    shutdownGraceTime: `${reglages.arretSecondes}s` as const,
    shutdownForceTime: `${reglages.arretSecondes + FORCE_SECONDES}s` as const,
    ...versionnement(reglages.version),
  };
  const parcours = await Worker.create({
    ...communes,
    taskQueue: 'parcours',
    workflowBundle,
    activities: activites.parcours,
    sinks,
    interceptors: { activity: [sillageDesActivites, battement] },
    maxHeartbeatThrottleInterval: BATTEMENT_MS,
    ...memoireDesParcours(reglages.cacheParcours),
  });
  const courriers = await Worker.create({
    ...communes,
    taskQueue: 'courriers',
    activities: activites.courriers,
    maxTaskQueueActivitiesPerSecond: reglages.courriersParSeconde,
    maxConcurrentActivityTaskExecutions: COURRIERS_EN_MAIN,
    interceptors: { activity: [sillageDesActivites, battement] },
    // By default the SDK holds a heartbeat back for four fifths of its timeout.
    maxHeartbeatThrottleInterval: BATTEMENT_MS,
  });
  const flotte = await Worker.create({
    ...communes,
    taskQueue: 'flotte',
    activities: activites.flotte,
    interceptors: { activity: [sillageDesActivites] },
    // A tour, a round of digests, and one of each started by hand: more would only share the same relay.
    maxConcurrentActivityTaskExecutions: 4,
  });
  const tous: WorkerType[] = [parcours, courriers, flotte];
  const arreter = () => {
    for (const worker of tous) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const fin = Promise.all(
    tous.map((worker) =>
      worker.run().catch((erreur) => {
        // One without the other would let journeys decide letters that nobody hands over.
        arreter();
        throw erreur;
      }),
    ),
  ).then(() => undefined);
  return { fin, arreter };
}
