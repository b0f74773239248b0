import { type DateCivile, lireDate } from '../calendrier/dates';
import { tropLong } from '../dossier/limite';
import { lireTextes } from '../dossier/valeurs/textes';
import { type RemarqueRendezVous, refusDeTexte, remarque } from './saisie';
import { ACTION_MAX } from './tenue';

/** A line of the shared plan, as it is typed: `pourLe` is ISO 8601, or empty. */
export interface TexteAction {
  quoi: string;
  pourLe: string;
}

/** Reads a line of the plan. */
export function lireAction(
  brute: TexteAction,
): { ok: true; action: { quoi: string; pourLe: DateCivile | null } } | { ok: false; refus: RemarqueRendezVous[] } {
  const { valeur, fautes } = lireTextes({ quoi: brute.quoi, pourLe: brute.pourLe });
  if (fautes.length > 0) return { ok: false, refus: fautes.map(refusDeTexte) };
  const { quoi } = valeur;
  const pourLe = lireDate(valeur.pourLe);
  const refus: RemarqueRendezVous[] = [];
  const long = tropLong(quoi, ACTION_MAX);
  if (quoi === '' || long !== null)
    refus.push(
      remarque('CHAMP_INVALIDE:quoi', { phrase: `Écrivez ce qu’il faut faire : ${long ?? 'rien n’est écrit'}.` }),
    );
  if (valeur.pourLe !== '' && pourLe === null)
    refus.push(remarque('DATE_INVALIDE:pourLe', { phrase: 'La date de cette action n’existe pas.' }));
  return refus.length > 0 ? { ok: false, refus } : { ok: true, action: { quoi, pourLe } };
}
