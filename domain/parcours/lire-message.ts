import type { CodeMessage } from '../faits/erreurs';
import { estIdentifiant } from '../faits/identifiant';
import { lireTextes } from '../faits/texte-recu';
import { estIllisible } from './illisible';
import type { MessageRecu } from './parcours';

/** What can be read of a message, or why nothing can. */
export type MessageLu =
  | { ok: true; contenu: Record<string, unknown> }
  /** `phrase`: a better sentence than that of the code. */
  | { ok: false; code: CodeMessage | `MESSAGE_INCONNU:${string}`; phrase?: string };

/** The name of a message goes into a sentence: one that is no name of anything is not repeated. */
const NOM_LISIBLE = /^[\w.-]{1,50}$/;

/**
 * The door of a journey: a message is read before anyone asks what it says. What no one could keep, name or decipher is refused
 * here, so that it never reaches the register.
 */
export function lireMessage({ id, acte, nom, contenu, anonyme, refus }: MessageRecu): MessageLu {
  if (refus !== undefined) return { ok: false, code: refus };
  if (acte === 'inconnu')
    return { ok: false, code: `MESSAGE_INCONNU:${nom && NOM_LISIBLE.test(nom) ? nom : 'sans nom'}` };
  if (typeof contenu !== 'object' || contenu === null) return { ok: false, code: 'MESSAGE_ILLISIBLE' };
  if (estIllisible(contenu)) return { ok: false, code: 'MESSAGE_INDECHIFFRABLE' };
  if (!estIdentifiant(id) || (anonyme && 'id' in contenu)) return { ok: false, code: 'IDENTIFIANT_INVALIDE' };
  const textes = lireTextes(contenu);
  return textes.ok ? { ok: true, contenu: textes.valeur as Record<string, unknown> } : textes;
}
