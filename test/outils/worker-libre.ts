import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

export interface WorkerLibre {
  env: Record<string, string | undefined>;
  /** File that what it says is added to. */
  journal: string;
  /** Folder of the release that it is of; this one's by default. */
  dossier?: string;
  entree?: string;
}

/** A worker in a process that a test may kill; it sends a message once it is ready. */
export function lancerWorkerLibre({
  env,
  journal,
  dossier = racine,
  entree = 'worker/demarrer.ts',
}: WorkerLibre): ChildProcess {
  const sortie = openSync(journal, 'a');
  const enfant = spawn(process.execPath, [join(dossier, 'client', 'local', 'lancer.mjs'), entree], {
    ...{ cwd: dossier, env, stdio: ['ignore', sortie, sortie, 'ipc'] },
  });
  closeSync(sortie);
  return enfant;
}
