import { simpleParser } from 'mailparser';
import { lireRebond, type Rebond } from '../../../commun/rebond';
import { vientDUnAutomate } from '../../../commun/rebond/emetteur';

/** What becomes of a report of the corpus: LU, or why nothing says of which letter it speaks. */
export type Sort = keyof typeof sorts;

/** French, for the report. */
export const sorts = {
  LU: 'dit de quelle lettre il parle',
  COPIE_SANS_ID:
    'rend un message sans Message-ID à lui : lu et rattaché dès que cette copie en porte un, comme toute lettre de Jalon',
  SANS_COPIE: 'ne rend rien du message : ni en-têtes, ni copie, ni référence ne disent de quelle lettre il parle',
  ARRIVE: 'dit que le message est arrivé, ou s’en plaint',
  TIERS: 'd’une personne ou du gérant d’une liste de diffusion, non d’un automate de messagerie',
} as const;

export interface Lecture {
  fichier: string;
  /** A report of what was not delivered; false: a complaint, an answer. */
  retour: boolean;
  rebond: Rebond | null;
  sort: Sort;
}

/** Reads a message, and when nothing in it names a letter, looks for the reason. */
export async function lireMessage(source: Buffer): Promise<Pick<Lecture, 'rebond' | 'sort'>> {
  const rebond = await lireRebond(source);
  if (rebond !== null && nomme(rebond)) return { rebond, sort: 'LU' };
  const sort = (sorte: Sort) => ({ rebond, sort: sorte });
  const texte = source.toString('latin1');
  if (/^action\s*:\s*(?:deliver|relay)|"notificationType":"(?:Delivery|Complaint)"/im.test(texte))
    return sort('ARRIVE');
  if (rebond === null && vientDUnAutomate(await simpleParser(source), false) === null) return sort('TIERS');
  const greffe = await lireRebond(greffer(texte));
  return sort(greffe !== null && nomme(greffe) ? 'COPIE_SANS_ID' : 'SANS_COPIE');
}

const nomme = ({ messageIds, cle }: Rebond): boolean => messageIds.length > 0 || cle !== null;

/** Gives the copy that a report holds a Message-ID, as each letter of Jalon has one. */
function greffer(texte: string): Buffer {
  const [entete, ...corps] = texte.split(/(?<=\n)(?=\r?\n)/);
  const copie = corps
    .join('')
    .replace(/^([>|\s]*)(?:received|message-id)\s*:/im, '$1Message-ID: <greffe@example.org>\n$&');
  return Buffer.from(`${entete}${copie}`, 'latin1');
}
