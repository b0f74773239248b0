import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Message } from './message';

/**
 * A whole message of text and HTML as one string. Nodemailer writes its headers (encoded words, no way in for a line end); the
 * bodies are encoded at once, where its chain of streams takes three times as long: a month's mail is ten thousand of them.
 * @param expediteur address it leaves from
 */
export function messageSimple(m: Message, expediteur: string): string {
  // The same message is the same bytes, whenever it is sent again.
  const separation = `jalon-${createHash('sha256').update(m.messageId).digest('hex').slice(0, 32)}`;
  const tete = new MimeNode('multipart/alternative', { baseBoundary: separation });
  tete.setHeader({
    from: { name: m.agence.nom, address: expediteur },
    to: { name: m.a.nom.replace(/\s+/g, ' '), address: m.a.adresse },
    'reply-to': { name: m.agence.nom, address: m.agence.email },
    subject: m.objet,
    'message-id': m.messageId,
    date: m.date.toUTCString().replace('GMT', '+0000'),
    'auto-submitted': 'auto-generated',
    // Exchange answers by itself to nothing that says this; others read the line above (RFC 3834).
    'x-auto-response-suppress': 'All',
    'x-jalon-courrier': m.cle,
  } as unknown as Record<string, string>);
  const entetes = tete.buildHeaders();
  const frontiere = /boundary="([^"]+)"/.exec(entetes)![1]!;
  const partie = (type: string, contenu: string): string =>
    `--${frontiere}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${enBase64(contenu)}\r\n`;
  return `${entetes}\r\n\r\n${partie('text/plain', m.texte)}${partie('text/html', m.html)}--${frontiere}--\r\n`;
}

/** Lines of 76 characters, as RFC 2045 wants them. */
const enBase64 = (texte: string): string =>
  Buffer.from(texte.replace(/\r?\n/g, '\r\n'))
    .toString('base64')
    .replace(/.{76}(?!$)/g, '$&\r\n');
