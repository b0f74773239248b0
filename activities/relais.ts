import { createTransport } from 'nodemailer';

const PATIENCE_MS = 2_500;

/** Where e-mails are handed over. */
export interface Relais {
  /** `smtp://…`, or `smtps://…` where it speaks TLS from its first word. */
  url: string;
  /** Certificates, in PEM, of those whom it must be certified by: nothing is then said to it in clear. By default those that Node believes. */
  autorite?: string | null;
}

/** The same for whoever speaks to it. */
export const optionsDuRelais = ({ url, autorite = null }: Relais) => ({
  url,
  ...(autorite === null ? {} : { requireTLS: true, tls: { ca: autorite } }),
});

/**
 * Why the mail relay cannot be used, in the first line of its words or of the network's; null when it can: a real dialogue, from its
 * greeting to EHLO, encryption and login, and no message.
 */
export async function raisonDuRelais(relais: Relais): Promise<string | null> {
  const transport = createTransport({
    ...optionsDuRelais(relais),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as Parameters<typeof createTransport>[0]);
  try {
    await transport.verify();
    return null;
  } catch (erreur) {
    return (erreur as Error).message.split('\n')[0]!;
  } finally {
    transport.close();
  }
}
