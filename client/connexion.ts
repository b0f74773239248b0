import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/**
 * A connection to the engine whose calls are tried again as the SDK's are, until it is closed. The SDK would go on: on a closed channel
 * a new try throws ("Channel has been shut down") in a timer, where nobody can catch it, and the process ends (seen when the engine
 * stops a moment before its clients).
 * @throws when the server does not answer within five seconds
 */
export async function ouvrirConnexion(adresse: string): Promise<Connection> {
  const ordinaires = defaultGrpcRetryOptions();
  let fermee = false;
  let prochainEssai = 0;
  const connection = await Connection.connect({
    address: adresse,
    connectTimeout: '5s',
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
