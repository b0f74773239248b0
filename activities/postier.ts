import { createTransport, type Transporter } from 'nodemailer';

/** An e-mail ready to leave. */
export interface Message {
  messageId: string;
  a: { nom: string; adresse: string };
  /** The agency: a name the person knows, and where an answer goes. */
  agence: { nom: string; email: string };
  objet: string;
  texte: string;
  html: string;
  pdf: { nom: string; contenu: Uint8Array };
  date: Date;
  /** Key of the letter, for whoever traces it. */
  cle: string;
}

/**
 * Why a hand-off failed. REFUSE: the server said no for good (5xx). PAS_PARTI: it surely did not leave (no connection, 4xx).
 * INCONNU: the connection was lost once the content was on its way; it may have left.
 */
export class RemiseEchouee extends Error {
  override readonly name = 'RemiseEchouee';
  constructor(
    readonly genre: 'REFUSE' | 'PAS_PARTI' | 'INCONNU',
    message: string,
  ) {
    super(message);
  }
}

export interface Postier {
  /** @returns the server's answer. @throws RemiseEchouee */
  remettre(message: Message): Promise<string>;
  fermer(): void;
}

interface ErreurSmtp extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

function classer(erreur: ErreurSmtp): RemiseEchouee {
  const { responseCode, command, code } = erreur;
  // The address may be in the server's words: only the reply code goes further.
  const resume = responseCode
    ? `réponse SMTP ${responseCode} à ${command ?? '?'}`
    : `${code ?? erreur.name} à ${command ?? '?'}`;
  if (responseCode !== undefined && responseCode >= 500) return new RemiseEchouee('REFUSE', resume);
  if (responseCode !== undefined || command !== 'DATA') return new RemiseEchouee('PAS_PARTI', resume);
  return new RemiseEchouee('INCONNU', resume);
}

/**
 * Hands e-mails to an SMTP server over a pool of connections.
 * @param expediteur address they leave from, alone or as `Nom <adresse>`; the name shown is the agency's
 */
export function creerPostier(url: string, expediteur: string): Postier {
  const transport: Transporter = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // Under the minute of an attempt (see workflows/activites.ts): a silent server must not hold it to the end.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 40_000,
  } as Parameters<typeof createTransport>[0]);
  const adresse = /<([^>]+)>/.exec(expediteur)?.[1] ?? expediteur;
  return {
    async remettre(m) {
      try {
        const info = await transport.sendMail({
          messageId: m.messageId,
          from: { name: m.agence.nom, address: adresse },
          to: { name: m.a.nom, address: m.a.adresse },
          replyTo: { name: m.agence.nom, address: m.agence.email },
          subject: m.objet,
          text: m.texte,
          html: m.html,
          date: m.date,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Jalon-Courrier': m.cle },
          attachments: [{ filename: m.pdf.nom, content: Buffer.from(m.pdf.contenu), contentType: 'application/pdf' }],
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return String(info.response);
      } catch (erreur) {
        throw classer(erreur as ErreurSmtp);
      }
    },
    fermer: () => transport.close(),
  };
}
