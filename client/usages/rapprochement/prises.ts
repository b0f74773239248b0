import { messageIdDe } from '../../../commun/noms-des-remises';

/** A letter that a log or a list says was taken, the last time that it says so. */
export interface Prise {
  le: Date;
  /** Only the day of it is known. */
  jourSeul?: true;
  /** File that says so. */
  source: string;
}

/** What logs and lists say was taken, by the name that each letter bears there. @see messageIdDe, nomDuCourrier */
export interface Prises {
  /** By the fingerprint that begins their Message-ID. */
  emails: Map<string, Prise & { domaine: string }>;
  /** By their name in an outbox, `.pdf` or `.txt` included. */
  fichiers: Map<string, Prise>;
}

/** What begins the Message-ID of a letter, whatever the domain. */
export const empreinteDe = (cle: string): string => messageIdDe(cle, '').slice(1, 41);

/** A line as it is read. */
export interface Ligne {
  texte: string;
  source: string;
  /** Of the line when it does not say so itself. */
  le: Date;
  /** Only the day of it is known. */
  jourSeul?: true;
}

const EMAIL = /\b([0-9a-f]{40})@([\w.-]+)/g;
const FICHIER = /\b\d{4}-\d{6}-\d{2}-[a-z0-9-]+-[0-9a-f]{12}\.(?:pdf|txt)\b/g;
/** Postfix: the name of a message in its queue, when it takes it, then when it gives it up. */
const EN_FILE = /\]: ([0-9A-Za-z]+): message-id=<([0-9a-f]{40})@/;
const ABANDONNE = /\]: ([0-9A-Za-z]+): .*(?:\bstatus=bounced\b|\breject:)/;

/**
 * Reads what any text says of our letters: the log of a relay, whatever its form, the index of the mail room, a list of files. A message
 * that a Postfix took and gave up (bounced, refused by a filter) is none: it is for Jalon to see to.
 * @param maintenant gives its year to a log that says none
 */
export async function lirePrises(lignes: AsyncIterable<Ligne>, maintenant: Date): Promise<Prises> {
  const prises: Prises = { emails: new Map(), fichiers: new Map() };
  const enFile = new Map<string, string>();
  const abandonnes = new Set<string>();
  for await (const { texte, source, ...defaut } of lignes) {
    const dit = instantDe(texte, maintenant);
    const prise = { source, ...(dit === null ? defaut : { le: dit }) };
    for (const [, empreinte, domaine] of texte.matchAll(EMAIL))
      garderLaDerniere(prises.emails, empreinte!, { ...prise, domaine: domaine! });
    for (const [nom] of texte.matchAll(FICHIER)) garderLaDerniere(prises.fichiers, nom, prise);
    const [, file, empreinte] = EN_FILE.exec(texte) ?? [];
    if (file !== undefined) {
      enFile.set(file, empreinte!);
      abandonnes.delete(empreinte!);
    }
    const abandonne = enFile.get(ABANDONNE.exec(texte)?.[1] ?? '');
    if (abandonne !== undefined) abandonnes.add(abandonne);
  }
  for (const empreinte of abandonnes) prises.emails.delete(empreinte);
  return prises;
}

function garderLaDerniere<T extends Prise>(parmi: Map<string, T>, nom: string, prise: T): void {
  const connue = parmi.get(nom);
  if (connue === undefined || connue.le < prise.le) parmi.set(nom, prise);
}

const JOUR_MS = 86_400_000;

/** `2026-11-30T10:00:00+01:00 …`, or `Nov 30 10:00:00 …`, whose zone nobody says: read in UTC. */
function instantDe(ligne: string, maintenant: Date): Date | null {
  const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})/.exec(ligne)?.[0];
  if (iso !== undefined) return new Date(iso);
  const [, mois, jour, heure] = /^([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2}) /.exec(ligne) ?? [];
  if (mois === undefined) return null;
  const dans = (annee: number) => Date.parse(`${mois} ${jour} ${annee} ${heure} UTC`);
  const annee = maintenant.getUTCFullYear();
  const lu = dans(annee) > maintenant.getTime() + JOUR_MS ? dans(annee - 1) : dans(annee);
  return Number.isNaN(lu) ? null : new Date(lu);
}
