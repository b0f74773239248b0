import { type AddressInfo, createServer } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { insister } from './ports';

/**
 * Opens an SMTP server on 127.0.0.1; afterwards, a client that hangs up is its own affair.
 * @param port 0 for any that is free
 * @returns the port that it holds
 * @throws Error with the system's code when the port cannot be had: a server that waited for it would wait for ever
 */
export async function ecouter(serveur: SMTPServer, port: number): Promise<number> {
  const code = await insister(() => ouvrir(serveur, port));
  if (code !== null) throw Object.assign(new Error(`le port ${port} ne peut pas être ouvert (${code})`), { code });
  // Without a listener an error ends the process.
  serveur.on('error', () => undefined);
  return (serveur.server.address() as AddressInfo).port;
}

function ouvrir(serveur: SMTPServer, port: number): Promise<string | null> {
  return new Promise((rendre) => {
    const echouer = (erreur: NodeJS.ErrnoException) => rendre(erreur.code ?? erreur.message);
    serveur.once('error', echouer);
    serveur.listen(port, '127.0.0.1', () => {
      serveur.off('error', echouer);
      rendre(null);
    });
  });
}

/**
 * Holds the port of a mail relay that is down, and sends whoever comes away with a 421: let go, the port might become another server's
 * meanwhile. (Hung up on without a word, nodemailer would come back five times, for three seconds.)
 * @returns what lets it go
 */
export async function econduire(port: number): Promise<() => Promise<void>> {
  const relais = createServer((prise) => prise.on('error', () => undefined).end('421 4.3.2 Revenez plus tard\r\n'));
  await new Promise<void>((pret, rejeter) => {
    relais.once('error', rejeter);
    relais.listen({ port, host: '127.0.0.1', exclusive: true }, pret);
  });
  return () => new Promise((fini) => relais.close(() => fini()));
}
