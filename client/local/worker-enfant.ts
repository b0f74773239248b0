import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import type { Reglages } from '../../commun/reglages';
import { arreterEnfant } from './processus';
import type { Partie } from './surveiller';

/** The bundle is built at the first start: several seconds on a slow machine. */
const DEMARRAGE_MS = 120_000;

/** A worker that did not start: why, in French, and where its log is. */
export class ErreurWorker extends Error {
  override readonly name = 'ErreurWorker';
}

/**
 * The worker as a process of its own, once it takes journeys on. Its log is `<donnees>/worker.log`; it stops by itself when the
 * launcher is killed.
 * @param arret aborted when nobody wants it any more: it may wait for an engine that is away
 * @throws ErreurWorker when it does not start, with the end of its log
 */
export async function demarrerWorker(
  reglages: Pick<Reglages, 'donnees' | 'arretSecondes'>,
  arret?: AbortSignal,
): Promise<Partie> {
  arret?.throwIfAborted();
  const journal = join(reglages.donnees, 'worker.log');
  const sortie = openSync(journal, 'a', 0o600);
  // In a group of its own: a Ctrl-C reaches the launcher alone, which stops things in order.
  const enfant = spawn(process.execPath, [join(__dirname, 'lancer.mjs'), 'worker/demarrer.ts'], {
    cwd: racine,
    detached: true,
    stdio: ['ignore', sortie, sortie, 'ipc'],
  });
  closeSync(sortie);
  const fin = new Promise<string>((rendre) =>
    enfant.once('exit', (code, signal) => rendre(signal ?? `statut ${code}`)),
  );
  let limite: NodeJS.Timeout | undefined;
  let renoncer = (): void => undefined;
  try {
    await new Promise<void>((rendre, rejeter) => {
      const lent = `le worker n’est pas prêt après deux minutes ; la machine est peut-être trop occupée (voir ${journal})`;
      limite = setTimeout(() => rejeter(new ErreurWorker(lent)), DEMARRAGE_MS);
      renoncer = () => rejeter(new Error('le worker n’est plus voulu'));
      arret?.addEventListener('abort', renoncer);
      enfant.once('message', () => rendre());
      enfant.once('error', rejeter);
      void fin.then((comment) => rejeter(new ErreurWorker(`le worker s’est arrêté (${comment}) : ${finDe(journal)}`)));
    });
  } catch (erreur) {
    await arreterEnfant(enfant, 1_000);
    throw erreur;
  } finally {
    arret?.removeEventListener('abort', renoncer);
    clearTimeout(limite);
  }
  return {
    surMort: (rappel) => void fin.then((comment) => rappel(`${comment}, voir ${journal}`)),
    couper: () => void enfant.kill('SIGKILL'),
    // The worker forces its own end five seconds after its grace time.
    arreter: () => arreterEnfant(enfant, (reglages.arretSecondes + 7) * 1_000),
  };
}

const finDe = (fichier: string) => readFileSync(fichier, 'utf8').trim().split('\n').slice(-2).join('\n').slice(-800);
