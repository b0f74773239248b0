import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';

/**
 * Opens an SMTP server on 127.0.0.1; afterwards, a client that hangs up is its own affair.
 * @param port 0 for any that is free: nothing can take it in between
 * @returns the port that it holds
 * @throws the system's error when the port cannot be had: a server that waited for it would wait for ever
 */
export function ecouter(serveur: SMTPServer, port: number): Promise<number> {
  return new Promise((rendre, rejeter) => {
    serveur.once('error', rejeter);
    serveur.listen(port, '127.0.0.1', () => {
      serveur.off('error', rejeter);
      // Without a listener an error ends the process.
      serveur.on('error', () => undefined);
      rendre((serveur.server.address() as AddressInfo).port);
    });
  });
}
