import { createTransport } from 'nodemailer';

const PATIENCE_MS = 2_500;

/**
 * Why the mail relay cannot be used, in the first line of its words or of the network's; null when it can: a real dialogue, from its
 * greeting to EHLO, encryption and login, and no message.
 */
export async function raisonDuRelais(url: string): Promise<string | null> {
  const transport = createTransport({
    url,
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
