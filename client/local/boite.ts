import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** A message of the local mailbox. `id` names its file: `<id>.eml`. */
export interface MessageBoite {
  id: string;
  from: string;
  to: string;
  subject: string;
  /** UTC instant, ISO 8601. */
  date: string;
  attachments: { filename: string; contentType: string; size: number }[];
  texte: string;
  /** As sent: to be shown in a sandboxed frame only. */
  html: string;
}

export interface PieceJointe {
  filename: string;
  contentType: string;
  contenu: Buffer;
}

/** Folder of the mailbox in the data folder. */
export const dossierBoite = (reglages: { donnees: string }): string => join(reglages.donnees, 'boite');

/** A message never changes once written: it is parsed once per process. */
const lus = new Map<string, MessageBoite>();

/** The messages of the mailbox, the most recent last. An absent folder is an empty mailbox. */
export async function listerMessages(dossier: string): Promise<MessageBoite[]> {
  const noms = await readdir(dossier).catch(() => []);
  const ids = noms.filter((nom) => nom.endsWith('.eml')).map((nom) => nom.slice(0, -'.eml'.length));
  const messages: MessageBoite[] = [];
  for (const id of ids) {
    const message = await lireMessage(dossier, id);
    if (message) messages.push(message);
  }
  return messages.sort((a, b) => comparer(a.date, b.date) || comparer(a.id, b.id));
}

/** One message, null when the mailbox has none of that id. */
export async function lireMessage(dossier: string, id: string): Promise<MessageBoite | null> {
  const chemin = fichier(dossier, id);
  if (!chemin) return null;
  const connu = lus.get(chemin);
  if (connu) return connu;
  const mail = await analyser(chemin);
  if (!mail) return null;
  const message: MessageBoite = {
    id,
    from: mail.from?.text ?? '',
    to: adresses(mail.to),
    subject: mail.subject ?? '',
    date: (mail.date ?? new Date(0)).toISOString(),
    attachments: mail.attachments.map((a) => ({
      filename: a.filename ?? '',
      contentType: a.contentType,
      size: a.size,
    })),
    texte: mail.text ?? '',
    html: mail.html || '',
  };
  lus.set(chemin, message);
  return message;
}

/** The attachment of that rank (from 0), null when there is none. */
export async function lirePieceJointe(dossier: string, id: string, rang: number): Promise<PieceJointe | null> {
  const chemin = fichier(dossier, id);
  const piece = (chemin ? await analyser(chemin) : null)?.attachments[rang];
  return piece ? { filename: piece.filename ?? '', contentType: piece.contentType, contenu: piece.content } : null;
}

/** The message as it was received, null when there is none. */
export async function lireSource(dossier: string, id: string): Promise<Buffer | null> {
  const chemin = fichier(dossier, id);
  return chemin ? readFile(chemin).catch(() => null) : null;
}

/** An id comes from an address bar: anything but one of ours names no file. */
const fichier = (dossier: string, id: string): string | null =>
  /^[\w-]+$/.test(id) ? join(dossier, `${id}.eml`) : null;

async function analyser(chemin: string): Promise<ParsedMail | null> {
  try {
    // skipImageLinks: inline images stay attachments instead of swelling the HTML.
    return await simpleParser(createReadStream(chemin), { skipImageLinks: true });
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw erreur;
  }
}

const adresses = (a: AddressObject | AddressObject[] | undefined): string =>
  [a ?? []]
    .flat()
    .map((adresse) => adresse.text)
    .join(', ');

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
