import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { phrasePortOccupe } from '../../commun/phrases';
import { ErreurReglage } from '../../commun/reglages';
import type { Variable } from '../../commun/variables';

/** @throws ErreurReglage naming the port, who wanted it and the setting that changes it */
export async function exigerPortLibre(port: number, variable: Variable, quoi: string): Promise<void> {
  const code = await ecouter(port);
  if (code === null) return;
  if (code === 'EADDRINUSE') throw new ErreurReglage(phrasePortOccupe(port, variable, quoi));
  throw new ErreurReglage(
    `Le port ${port}, prévu pour ${quoi}, ne peut pas être ouvert (${code}) : choisissez-en un autre avec ${variable}.`,
  );
}

function ecouter(port: number): Promise<string | null> {
  return new Promise((rendre) => {
    const essai = createServer();
    essai.once('error', (erreur: NodeJS.ErrnoException) => rendre(erreur.code ?? erreur.message));
    essai.listen({ port, host: '127.0.0.1', exclusive: true }, () => essai.close(() => rendre(null)));
  });
}

/** Above the ports of known services, below those that systems give to clients and to whoever asks for any (from 32768 on Linux). */
const [PREMIER, DERNIER] = [26_000, 32_000];

/**
 * A port that nobody holds now; for tests and for servers that live as long as one command. None of those that the system hands out: such
 * a port may be another's a moment later, and a client that tries it in vain may end up connected to itself.
 */
export async function portLibre(): Promise<number> {
  for (;;) {
    const port = randomInt(PREMIER, DERNIER);
    if ((await ecouter(port)) === null) return port;
  }
}
