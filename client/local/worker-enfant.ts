import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import type { Reglages } from '../../commun/reglages';
import { arreterEnfant } from './processus';

export interface WorkerEnfant {
  /** True while it takes journeys on. */
  repond(): boolean;
  arreter(): Promise<void>;
}

/** The bundle is built at the first start: several seconds on a slow machine. */
const DEMARRAGE_MS = 120_000;
const ATTENTE_MAX_MS = 30_000;

/**
 * The worker as a process of its own, restarted when it dies. Its log is `<donnees>/worker.log`; it stops by itself when the
 * launcher is killed.
 * @param dire told, in French, of every death and restart
 * @throws Error when it does not start the first time, with the end of its log
 */
export async function demarrerWorker(
  reglages: Pick<Reglages, 'donnees' | 'arretSecondes'>,
  dire: (phrase: string) => void,
): Promise<WorkerEnfant> {
  const journal = join(reglages.donnees, 'worker.log');
  let enfant: ChildProcess;
  let pret = false;
  let arrete = false;
  let morts = 0;
  let relance: NodeJS.Timeout | undefined;

  const lancer = (): Promise<void> => {
    const sortie = openSync(journal, 'a', 0o600);
    // In a group of its own: a Ctrl-C reaches the launcher alone, which stops things in order.
    enfant = spawn(process.execPath, [join(__dirname, 'lancer.mjs'), 'worker/demarrer.ts'], {
      cwd: racine,
      detached: true,
      stdio: ['ignore', sortie, sortie, 'ipc'],
    });
    closeSync(sortie);
    const celui = enfant;
    return new Promise((rendre, rejeter) => {
      const limite = setTimeout(() => rejeter(new Error('le worker ne répond pas')), DEMARRAGE_MS);
      celui.once('message', () => {
        clearTimeout(limite);
        pret = true;
        rendre();
      });
      celui.once('error', rejeter);
      celui.once('exit', (code, signal) => {
        clearTimeout(limite);
        pret = false;
        rejeter(new Error(`le worker s’est arrêté (${signal ?? `statut ${code}`}) : ${fin(journal)}`));
      });
    });
  };

  const surveiller = (): void => {
    const vieDepuis = Date.now();
    enfant.once('exit', (code, signal) => {
      if (arrete) return;
      // A worker that lived a minute was healthy: its death starts the count anew.
      morts = Date.now() - vieDepuis > 60_000 ? 1 : morts + 1;
      const delai = Math.min(500 * 2 ** (morts - 1), ATTENTE_MAX_MS);
      dire(
        `Le worker s’est arrêté (${signal ?? `statut ${code}`}), il redémarre ; les parcours attendent. Voir ${journal}`,
      );
      relance = setTimeout(() => {
        lancer().then(
          () => dire('Le worker a repris.'),
          () => undefined,
        );
        surveiller();
      }, delai);
    });
  };

  try {
    await lancer();
  } catch (erreur) {
    await arreterEnfant(enfant!, 1_000);
    throw erreur;
  }
  surveiller();
  return {
    repond: () => pret,
    arreter: async () => {
      arrete = true;
      clearTimeout(relance);
      // The worker forces its own end five seconds after its grace time.
      await arreterEnfant(enfant, (reglages.arretSecondes + 7) * 1_000);
    },
  };
}

const fin = (fichier: string) => readFileSync(fichier, 'utf8').trim().split('\n').slice(-2).join('\n').slice(-800);
