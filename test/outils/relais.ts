import type { Socket } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { ecouter } from '../../client/local/ecouter';
import { portLibre } from '../../client/local/ports';

/** What the relay does with the next message to an address. `COUPE`: takes the content, then hangs up before it answers. */
export type Humeur = 'PREND' | 'COUPE' | { rcpt: number; mots?: string } | { data: number; mots?: string };

export interface MessageRecu {
  a: string;
  messageId: string;
  mail: ParsedMail;
  source: string;
}

/** A real SMTP server whose mood a test chooses, address by address. */
export interface Relais {
  url: string;
  port: number;
  /** Everything it was given whole, in order, whatever it answered. */
  recus: MessageRecu[];
  /** Asked for each message; every recipient is taken by default. */
  humeur: (adresse: string) => Humeur;
  /** What happens once it holds a message, before it answers. */
  avantReponse: () => Promise<void>;
  arreter(): Promise<void>;
}

interface Connexion {
  id: string;
  _socket: Socket;
}

export async function demarrerRelais(voulu?: number): Promise<Relais> {
  const port = voulu ?? (await portLibre());
  const relais: Relais = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    recus: [],
    humeur: () => 'PREND',
    avantReponse: async () => undefined,
    arreter: () => new Promise((fini) => serveur.close(() => fini())),
  };
  const refuser = (responseCode: number, mots = 'non') => Object.assign(new Error(mots), { responseCode });
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo({ address }, _session, fini) {
      const humeur = relais.humeur(address);
      fini(typeof humeur === 'object' && 'rcpt' in humeur ? refuser(humeur.rcpt, humeur.mots) : null);
    },
    onData(flux, session, fini) {
      const morceaux: Buffer[] = [];
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
      flux.on('end', async () => {
        const source = Buffer.concat(morceaux).toString('latin1');
        const mail = await simpleParser(Buffer.concat(morceaux));
        const a = (mail.to as AddressObject).value[0]!.address!;
        relais.recus.push({ a, messageId: mail.messageId ?? '', mail, source });
        await relais.avantReponse();
        const humeur = relais.humeur(a);
        if (humeur === 'COUPE') couper(session.id);
        else fini(typeof humeur === 'object' && 'data' in humeur ? refuser(humeur.data, humeur.mots) : null);
      });
    },
  });
  const couper = (id: string) =>
    [...(serveur.connections as unknown as Set<Connexion>)].find((c) => c.id === id)?._socket.destroy();
  await ecouter(serveur, port);
  return relais;
}
