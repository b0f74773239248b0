import { codeDeFaute, type FauteDeTexte, LONGUEUR_MESSAGE, lireTextes } from '../dossier/valeurs/textes';
import type { CodeMessage } from '../faits/erreurs';
import { estIdentifiantNeuf } from '../faits/identifiant-neuf';
import { phraseDeFaute } from '../faits/phrase-de-faute';
import { estIllisible } from './illisible';
import type { MessageRecu } from './parcours';

/** What can be read of a message, or why nothing can. */
export type MessageLu =
  | { ok: true; contenu: Record<string, unknown> }
  /** `phrase`: a better sentence than that of the code. */
  | { ok: false; code: CodeMessage | `${string}:${string}`; phrase?: string };

/** The name of a message, or of a field, goes into a sentence: one that is no name of anything is not repeated. */
const NOM_LISIBLE = /^[\w.-]{1,50}$/;

/** The name a message came under, as a sentence may say it. */
export const nomLisible = (nom: string | undefined): string => (nom && NOM_LISIBLE.test(nom) ? nom : 'sans nom');

/** A field goes by its own name, as forms and help call it: `contratId`, not `evenement.contratId`. */
function refuser(faute: FauteDeTexte): MessageLu {
  const nom = faute.champ.slice(faute.champ.lastIndexOf('.') + 1);
  const nommee = { ...faute, champ: NOM_LISIBLE.test(nom) ? nom : '' };
  return { ok: false, code: codeDeFaute(nommee) as CodeMessage, phrase: phraseDeFaute(nommee) };
}

/**
 * The door of a journey: a message is read before anyone asks what it says. What no one could keep, name or decipher is refused
 * here, so that it never reaches the register.
 */
export function lireMessage({ id, acte, nom, contenu, anonyme, refus }: MessageRecu): MessageLu {
  if (refus !== undefined) return { ok: false, code: refus };
  if (acte === 'inconnu') return { ok: false, code: `MESSAGE_INCONNU:${nomLisible(nom)}` };
  if (typeof contenu !== 'object' || contenu === null) return { ok: false, code: 'MESSAGE_ILLISIBLE' };
  if (estIllisible(contenu)) return { ok: false, code: 'MESSAGE_INDECHIFFRABLE' };
  if (!estIdentifiantNeuf(id) || (anonyme && 'id' in contenu)) return { ok: false, code: 'IDENTIFIANT_INVALIDE' };
  const { valeur, fautes } = lireTextes(contenu as Record<string, unknown>, LONGUEUR_MESSAGE);
  return fautes[0] === undefined ? { ok: true, contenu: valeur } : refuser(fautes[0]);
}
