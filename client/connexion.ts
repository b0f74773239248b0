import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { Reglages } from '../commun/reglages';

/** Where an engine is, and what it asks for. */
export type Moteur = Pick<Reglages['temporal'], 'adresse' | 'acces'>;

/**
 * A connection to the engine, opened at its first call, whose calls are tried again as the SDK's are, until it is closed. The SDK would go on: on a closed channel
 * a new try throws ("Channel has been shut down") in a timer, where nobody can catch it, and the process ends (seen when the engine
 * stops a moment before its clients).
 * @param attenteMs given to the server to answer, to whoever makes sure that it does
 */
export function preparerConnexion({ adresse, acces }: Moteur, attenteMs = 5_000): Connection {
  const ordinaires = defaultGrpcRetryOptions();
  let fermee = false;
  let prochainEssai = 0;
  const connection = Connection.lazy({
    address: adresse,
    ...acces,
    connectTimeout: attenteMs,
    interceptors: [
      makeGrpcRetryInterceptor({
        retryableDecider: (essai, statut) => !fermee && ordinaires.retryableDecider(essai, statut),
        delayFunction(essai, statut) {
          const delai = ordinaires.delayFunction(essai, statut);
          prochainEssai = Math.max(prochainEssai, Date.now() + delai);
          return delai;
        },
      }),
    ],
  });
  const fermer = connection.close.bind(connection);
  connection.close = async () => {
    fermee = true;
    // A try already planned finds the channel open; it is the last one.
    const reste = prochainEssai - Date.now();
    if (reste > 0) await new Promise((suite) => setTimeout(suite, reste + 10));
    await fermer();
  };
  return connection;
}

/**
 * The same once the engine has answered. One that is refused is closed: left open, its channel would go on knocking at that door for as
 * long as the process lives.
 * @throws when the server does not answer in time
 */
export async function ouvrirConnexion(moteur: Moteur, attenteMs?: number): Promise<Connection> {
  const connection = preparerConnexion(moteur, attenteMs);
  try {
    await connection.ensureConnected();
  } catch (erreur) {
    await connection.close();
    throw erreur;
  }
  return connection;
}
