import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { Arrets } from '../../../client/local/arrets';
import { arreterEnfant } from '../../../client/local/processus';
import type { Registre } from '../../../registre';
import type { Compose } from '../../outils/compose';
import { lancerWorkerLibre } from '../../outils/worker-libre';
import type { Grappe } from '../grappe/grappe';
import { monterGrappePrete } from '../grappe/prete';
import { monterDisques } from './disques';
import type { Faute } from './faute';

/** The cluster of `epreuve -- grappe`, its workers ones that are killed. */
export interface Scene {
  grappe: Grappe;
  lieu: { registre: Registre; client: Client };
  /** Stopped at the end, whatever happens. */
  arrets: Arrets;
  /** How many journeys a fault is tried on. */
  parcours: number;
  /** One more worker, once it is ready. @param autres settings that it has instead of those of the cluster */
  lancerWorker(autres?: Record<string, string>): Promise<ChildProcess>;
  /** kill −9 of each, and waits for their end. */
  tuerWorkers(): Promise<void>;
  /** How often the workers' log says so. */
  dits(phrase: string): number;
}

const ARRET_MS = 12_000;

/** Brings up a cluster of its own for a fault, with one worker at work. */
export async function monterScene(
  { enQuatre = false, surDisques = false }: Pick<Faute, 'enQuatre' | 'surDisques'>,
  { compose, programmes, parcours }: { compose: Compose; programmes: string; parcours: number },
  arrets: Arrets,
): Promise<Scene> {
  const avant = (dossier: string) => {
    if (surDisques) monterDisques(dossier, arrets);
  };
  const prete = await monterGrappePrete(compose, programmes, arrets, { enQuatre, avant });
  const { grappe, reglages, registre, client } = prete;
  const journal = join(reglages.donnees, 'workers.log');
  const workers = new Set<ChildProcess>();
  arrets.ajouter('Workers', () => Promise.all([...workers].map((worker) => arreterEnfant(worker, ARRET_MS))));
  const scene: Scene = {
    ...{ grappe, lieu: { registre, client }, arrets, parcours },
    async lancerWorker(autres = {}) {
      const worker = lancerWorkerLibre({ env: { ...process.env, ...autres }, journal });
      workers.add(worker);
      const [dit] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [null])]);
      if (dit === null) throw new Error(`un worker s’est arrêté : ${readFileSync(journal, 'utf8').slice(-800)}`);
      return worker;
    },
    async tuerWorkers() {
      await Promise.all(
        [...workers].map(async (worker) => {
          if (worker.exitCode !== null || worker.signalCode !== null) return;
          const fin = once(worker, 'exit');
          worker.kill('SIGKILL');
          await fin;
        }),
      );
      workers.clear();
    },
    dits: (phrase) => readFileSync(journal, 'utf8').split(phrase).length - 1,
  };
  await scene.lancerWorker();
  return scene;
}
