import { createTransport } from 'nodemailer';

const PATIENCE_MS = 2_500;

/** Whether the mail relay can be used: a real dialogue, from its greeting to EHLO, encryption and login, and no message. */
export async function relaisRepond(url: string): Promise<boolean> {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as Parameters<typeof createTransport>[0]);
  try {
    return await transport.verify();
  } catch {
    return false;
  } finally {
    transport.close();
  }
}
