import { spawn } from 'node:child_process';

export interface Execution {
  /** Null when it could not start or was stopped. */
  statut: number | null;
  /** Standard output then error, the last 20,000 characters. */
  sortie: string;
}

/**
 * Runs a program to its end with its output kept. Never throws: a program that is absent or too slow has no status.
 * @param options.surveiller is called every 200 ms; returning false stops the program
 */
export function executer(
  programme: string,
  arguments_: readonly string[],
  options: { delaiMs: number; env?: NodeJS.ProcessEnv; cwd?: string; surveiller?: () => boolean },
): Promise<Execution> {
  return new Promise((rendre) => {
    const enfant = spawn(programme, arguments_, {
      env: options.env ?? process.env,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let sortie = '';
    const garder = (bout: Buffer) => {
      sortie = (sortie + bout.toString()).slice(-20_000);
    };
    enfant.stdout.on('data', garder);
    enfant.stderr.on('data', garder);
    const arreter = () => enfant.kill('SIGKILL');
    const limite = setTimeout(arreter, options.delaiMs);
    const ronde = setInterval(() => options.surveiller?.() === false && arreter(), 200);
    const finir = (statut: number | null) => {
      clearTimeout(limite);
      clearInterval(ronde);
      rendre({ statut, sortie: sortie.trim() });
    };
    enfant.on('error', (erreur) => {
      sortie = erreur.message;
      finir(null);
    });
    enfant.on('close', finir);
  });
}
