import { type Headers, simpleParser } from 'mailparser';

/** What a mail server reports of a message that we sent. */
export interface Rebond {
  /** That of our message; null when the report did not keep it. */
  messageId: string | null;
  /** Key of the letter, from our own header, when the report kept it. */
  cle: string | null;
  /** Recipients that the report speaks of. */
  destinataires: string[];
  /** DEFINITIF: nobody will try again. RETARDE: not delivered yet, the server goes on trying. */
  sorte: 'DEFINITIF' | 'RETARDE';
  /** Enhanced status code (RFC 3463): `5.1.1`. */
  code: string | null;
}

/** Reports are short; the letter that they return weighs a few tens of kilobytes. */
export const REBOND_OCTETS_MAX = 5 * 1024 * 1024;

/**
 * Reads a delivery status notification (RFC 3464), or an older report that names the addresses in `X-Failed-Recipients`.
 * @returns null for anything else: an out-of-office answer, a reply, a receipt, a report of what was delivered
 */
export async function lireRebond(source: Buffer): Promise<Rebond | null> {
  // Handed over by a pipe, a message may begin with the separator of mbox files.
  const brut = source.toString('latin1').replace(/^From .*\r?\n/, '');
  const mail = await simpleParser(Buffer.from(brut, 'latin1'), { keepDeliveryStatus: true, skipImageLinks: true });
  const rapport = mail.attachments.find((a) => a.contentType === 'message/delivery-status');
  const lu = rapport ? lireRapport(rapport.content.toString('latin1')) : lireAncien(mail.headers);
  return lu && { ...rendu(brut, mail.messageId), ...lu };
}

type Rapport = Pick<Rebond, 'destinataires' | 'sorte' | 'code'>;

/** Groups of fields, one for the message then one for each recipient. */
function lireRapport(texte: string): Rapport | null {
  const groupes = texte
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/);
  const parDestinataire = groupes.map(champs).filter((groupe) => groupe.has('action'));
  const dit = (action: string) => parDestinataire.filter((groupe) => groupe.get('action')?.toLowerCase() === action);
  const echecs = dit('failed');
  const vises = echecs.length > 0 ? echecs : dit('delayed');
  if (vises.length === 0) return null;
  const destinataires = vises.flatMap((g) => adresses(g.get('original-recipient'), g.get('final-recipient')));
  return {
    destinataires: [...new Set(destinataires)],
    sorte: echecs.length > 0 ? 'DEFINITIF' : 'RETARDE',
    code: vises.map(codeDe).find((code) => code !== null) ?? null,
  };
}

const champs = (groupe: string): Map<string, string> =>
  new Map(
    groupe.split('\n').flatMap((ligne) => {
      const [, nom, valeur] = /^([\w-]+):\s*(.*?)\s*$/.exec(ligne) ?? [];
      return nom === undefined ? [] : [[nom.toLowerCase(), valeur!] as const];
    }),
  );

/** `rfc822; someone@example.org` */
const adresses = (...valeurs: (string | undefined)[]): string[] =>
  valeurs.flatMap((valeur) => /;\s*<?([^\s<>;]+@[^\s<>;]+?)>?$/.exec(valeur ?? '')?.[1] ?? []);

const ETENDU = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

/** The status, or what the remote server said when the status says nothing more than yes or no. */
function codeDe(groupe: Map<string, string>): string | null {
  const statut = ETENDU.exec(groupe.get('status') ?? '')?.[0] ?? null;
  const precis = ETENDU.exec(groupe.get('diagnostic-code')?.replace(/\[[^\]]*\]/g, '') ?? '')?.[0];
  return statut === null || statut.endsWith('.0.0') ? (precis ?? statut) : statut;
}

function lireAncien(entetes: Headers): Rapport | null {
  const echoues = entetes.get('x-failed-recipients');
  if (typeof echoues !== 'string') return null;
  return { destinataires: echoues.split(/[\s,]+/).filter((a) => a !== ''), sorte: 'DEFINITIF', code: null };
}

/** Our identifiers, in the headers that a report returns: message/rfc822 and text/rfc822-headers are never encoded. */
function rendu(brut: string, sien: string | undefined): Pick<Rebond, 'messageId' | 'cle'> {
  const ids = [...brut.matchAll(/^(?:x-original-)?message-id:\s*(<[^<>\s]+>)/gim)].map((m) => m[1]!);
  const cle = /^x-jalon-courrier:\s*(\S+)/im.exec(brut)?.[1] ?? null;
  // The headers returned come last.
  return { messageId: ids.findLast((id) => id !== sien) ?? null, cle };
}
