import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

/** A process of the bench. */
export interface Ouvrier {
  enfant: ChildProcess;
  /** At once, by kill −9. */
  arreter(): Promise<void>;
}

/** @returns once it says that it is ready */
export async function demarrerEnfant(
  entree: string,
  arguments_: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ouvrier> {
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), entree, ...arguments_], {
    cwd: racine,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const mort = once(enfant, 'exit').then(([code]) => {
    throw new Error(`${entree} s’est arrêté aussitôt démarré (statut ${code})`);
  });
  mort.catch(() => undefined);
  await Promise.race([once(enfant, 'message'), mort]);
  return {
    enfant,
    async arreter() {
      if (enfant.exitCode !== null || enfant.signalCode !== null) return;
      const fin = once(enfant, 'exit');
      enfant.kill('SIGKILL');
      await fin;
    },
  };
}
