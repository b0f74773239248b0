import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as attendre } from 'node:timers/promises';
import { phrasePortOccupe } from '../../commun/phrases';
import { ErreurReglage } from '../../commun/reglages';
import type { Variable } from '../../commun/variables';

/** @throws ErreurReglage naming the port, who wanted it and the setting that changes it */
export async function exigerPortLibre(port: number, variable: Variable, quoi: string): Promise<void> {
  const code = await empechement(port);
  if (code === null) return;
  if (code === 'EADDRINUSE') throw new ErreurReglage(phrasePortOccupe(port, variable, quoi));
  throw new ErreurReglage(
    `Le port ${port}, prévu pour ${quoi}, ne peut pas être ouvert (${code}) : choisissez-en un autre avec ${variable}.`,
  );
}

/**
 * A port that was just let go may be held a moment more: a program being started in between has it until it runs its own code.
 */
const PATIENCE = { essais: 6, pauseMs: 100 };

/** Tries to listen, again for half a second while the port is held. @returns what the last try returned: null, or the system's code */
export async function insister(ecouter: () => Promise<string | null>): Promise<string | null> {
  for (let essai = 1; ; essai++) {
    const code = await ecouter();
    if (code !== 'EADDRINUSE' || essai === PATIENCE.essais) return code;
    await attendre(PATIENCE.pauseMs);
  }
}

/** @returns why a port cannot be had, as the system's code; null when it is free */
export const empechement = (port: number): Promise<string | null> => insister(() => ecouter(port));

function ecouter(port: number): Promise<string | null> {
  return new Promise((rendre) => {
    const essai = createServer();
    essai.once('error', (erreur: NodeJS.ErrnoException) => rendre(erreur.code ?? erreur.message));
    essai.listen({ port, host: '127.0.0.1', exclusive: true }, () => essai.close(() => rendre(null)));
  });
}

/** Above the ports of known services, below those that systems give to clients and to whoever asks for any (from 32768 on Linux). */
const PORTS = '26000-31999';
/** A range of its own for each process that tests side by side: the port of a server that is stopped for a while is nobody else's meanwhile. */
const VARIABLE_PORTS = 'ESSAI_PORTS';

function plage(): [premier: number, dernier: number] {
  const [premier, dernier] = (process.env[VARIABLE_PORTS] ?? PORTS).split('-').map(Number);
  return [premier!, dernier!];
}

/** Ports are dealt in turn, from a place drawn once: one that was just given is not given to a second before the first listens. */
let rang = randomInt(2 ** 20);

/**
 * A port that nobody holds now; for tests and for servers that live as long as one command. None of those that the system hands out: such
 * a port may be another's a moment later, and a client that tries it in vain may end up connected to itself.
 */
export async function portLibre(): Promise<number> {
  const [premier, dernier] = plage();
  for (;;) {
    const port = premier + (rang++ % (dernier - premier + 1));
    if ((await ecouter(port)) === null) return port;
  }
}
