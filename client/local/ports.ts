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

/** A port that nobody holds now; for tests and for servers that live as long as one command. */
export function portLibre(): Promise<number> {
  return new Promise((rendre, rejeter) => {
    const essai = createServer();
    essai.once('error', rejeter);
    essai.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = essai.address() as { port: number };
      essai.close(() => rendre(port));
    });
  });
}
