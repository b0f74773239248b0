import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { suivre } from '../commun/sillage/sillage';
import { codeEtendu, tortDuRefus } from '../domain/catalogue/tort';
import { REMISE_SECONDES } from '../domain/parcours/tentatives';
import { RemiseEchouee } from './canaux/remise-echouee';
import type { Message } from './message';
import { messageSimple } from './message-simple';
import { optionsDuRelais, type Relais } from './relais';

export { RemiseEchouee };

const REMISE_MS = REMISE_SECONDES * 1_000;

export interface Postier {
  /** @returns the server's answer. @throws RemiseEchouee */
  remettre(message: Message): Promise<string>;
  fermer(): void;
}

interface ErreurSmtp extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  /** The server's own words. */
  response?: string;
}

/** @param commence the server had said go on, and read at least a part of the content */
function classer(erreur: ErreurSmtp, commence: boolean): RemiseEchouee {
  const { responseCode, response = '', command, code } = erreur;
  const etendu = codeEtendu(response);
  // The address may be in the server's words: only the reply codes go further.
  const resume = responseCode
    ? `réponse SMTP ${responseCode}${etendu === null ? '' : ` ${etendu}`} à ${command ?? '?'}`
    : `${code ?? erreur.name} à ${command ?? '?'}`;
  if (responseCode !== undefined && responseCode >= 500) {
    // Said of the recipient or of the message; a relay that refuses us altogether (sender, login) will be set right.
    const vise = command === 'RCPT TO' || command === 'DATA';
    const tort = vise ? tortDuRefus(etendu, response) : 'NOUS';
    return new RemiseEchouee(tort === 'NOUS' ? 'PAS_PARTI' : 'REFUSE', resume, tort);
  }
  return new RemiseEchouee(responseCode === undefined && commence ? 'INCONNU' : 'PAS_PARTI', resume);
}

/** Goes with a message through nodemailer and comes back with the stream of its content, which the connection reads after 354. */
interface Suivi {
  contenu?: Readable;
}
interface MessageSuivi {
  data: { suivi: Suivi };
  message: { processFunc(etape: (flux: Readable) => Readable): void };
}

/**
 * Hands e-mails to an SMTP server over a pool of connections.
 * @param expediteur address they leave from, alone or as `Nom <adresse>`; the name shown is the agency's
 * @param retours envelope sender, where those that cannot be delivered come back; the sender's own address when null
 */
export function creerPostier(relais: Relais, expediteur: string, retours: string | null = null): Postier {
  const transport: Transporter = createTransport({
    ...optionsDuRelais(relais),
    pool: true,
    maxConnections: 10,
    // What Exim accepts by default; nodemailer's own 100 spends a tenth of a fleet mail saying goodbye and hello.
    maxMessages: 1_000,
    // A silent server must not hold a hand-off to the end of its time: a third of it to be heard and greeted, the rest to be answered.
    connectionTimeout: REMISE_MS / 6,
    greetingTimeout: REMISE_MS / 6,
    socketTimeout: (REMISE_MS * 2) / 3,
  } as Parameters<typeof createTransport>[0]);
  transport.use('stream', (mail, suite) => {
    const { data, message } = mail as unknown as MessageSuivi;
    message.processFunc((flux) => {
      data.suivi.contenu = flux;
      return flux;
    });
    suite();
  });
  const adresse = /<([^>]+)>/.exec(expediteur)?.[1] ?? expediteur;
  return {
    async remettre(m) {
      const suivi: Suivi = {};
      try {
        const envelope = { from: retours ?? adresse, to: m.a.adresse };
        const complet = {
          messageId: m.messageId,
          from: { name: m.agence.nom, address: adresse },
          to: { name: m.a.nom, address: m.a.adresse },
          replyTo: { name: m.agence.nom, address: m.agence.email },
          subject: m.objet,
          text: m.texte,
          html: m.html,
          date: m.date,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'X-Jalon-Courrier': m.cle,
          },
          attachments: [
            ...(m.pdf ? [pieceJointe(m.pdf)] : []),
            ...(m.calendrier === undefined ? [] : [agenda(m.calendrier)]),
          ],
          ...(m.invitation ? { icalEvent: evenement(m.invitation) } : {}),
          disableFileAccess: true,
          disableUrlAccess: true,
        };
        const contenu =
          m.pdf || m.invitation || m.calendrier !== undefined
            ? complet
            : { raw: messageSimple(m, adresse), messageId: m.messageId };
        const courriel = { suivi, envelope, ...contenu };
        const info = await suivre('remise SMTP', {}, () => transport.sendMail(courriel));
        return String(info.response);
      } catch (erreur) {
        throw classer(erreur as ErreurSmtp, suivi.contenu?.readableDidRead === true);
      }
    },
    fermer: () => transport.close(),
  };
}

const pieceJointe = ({ nom, contenu }: NonNullable<Message['pdf']>) => ({
  filename: nom,
  content: Buffer.from(contenu),
  contentType: 'application/pdf',
});

/** A file alone: nobody is invited, and a calendar that offered to answer would be wrong. */
const agenda = (ics: string) => ({
  filename: 'vos-dates.ics',
  content: ics,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
});

/** As an alternative of the text, which calendars act on, and as a file, for those that only see attachments. */
const evenement = ({ methode, ics }: NonNullable<Message['invitation']>) => ({
  method: methode,
  filename: 'invitation.ics',
  content: ics,
});
