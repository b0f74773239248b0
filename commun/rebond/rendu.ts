import type { ParsedMail } from 'mailparser';
import type { Rebond } from './rebond';

const ID = /^[>|\s]*(?:x-|original-|x-original-|resent-)*message-id\s*:\s*(<[^<>\s]+>)/gim;
const CLE = /^[>|\s]*x-jalon-courrier\s*:\s*(\S+)/im;

/**
 * Our identifiers in what a message returns: its body as it came and as it reads once decoded, its attachments.
 * @param references also those that it answers to: an out-of-office answer has them too, a daemon gives no others
 * @param entetes the headers that it returns otherwise than written out; empty when it does not
 */
export function identifiants(
  brut: string,
  mail: ParsedMail,
  references: boolean,
  entetes: string,
): Pick<Rebond, 'messageIds' | 'cle'> {
  const corps = /\r?\n\r?\n([\s\S]*)$/.exec(brut)?.[1] ?? '';
  const lus = [
    corps.replace(/\r?\n[ \t]+/g, ' '),
    corps,
    mail.text ?? '',
    entetes,
    (mail.html || '')
      .replace(/<[^<>@]*>/g, '\n')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>'),
    ...mail.attachments
      .filter((a) => /^(?:text|message)\//.test(a.contentType))
      .map((a) => a.content.toString('latin1')),
  ];
  const rendus = lus.flatMap((texte) => [...texte.matchAll(ID)].map((m) => m[1]!));
  // The headers returned come last.
  const ids = [...rendus.reverse(), ...(references ? cites(mail) : [])];
  return {
    messageIds: [...new Set(ids)].filter((id) => id !== mail.messageId).slice(0, IDS_MAX),
    cle: lus.map((texte) => CLE.exec(texte)?.[1]).find((cle) => cle !== undefined) ?? null,
  };
}

/** A report returns one letter; a thread of answers, a few tens. */
const IDS_MAX = 50;

const cites = ({ inReplyTo, references = [] }: ParsedMail): string[] => [
  ...(inReplyTo ? [inReplyTo] : []),
  ...(Array.isArray(references) ? references : [references]),
];
