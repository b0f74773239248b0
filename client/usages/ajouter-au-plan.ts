import { lireDate } from '../../domain/calendrier/dates';
import { tropLong } from '../../domain/dossier/limite';
import type { Numero } from '../../domain/dossier/numero';
import { surUneLigne } from '../../domain/dossier/valeurs';
import { ACTION_MAX } from '../../domain/rendez-vous/tenue';
import { ajouterAction, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** A line of the shared plan, as it is typed. */
export interface SaisieAction {
  /** Drawn with the form: sent twice, the line counts once. */
  id: string;
  quoi: string;
  /** ISO 8601, or empty. */
  pourLe: string;
}

/** Adds a line to the shared plan of a dossier. @throws Refus CHAMP_INVALIDE:quoi, DATE_INVALIDE:pourLe */
export async function ajouterAuPlan(
  registre: Registre,
  numero: Numero,
  saisie: SaisieAction,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const quoi = surUneLigne(saisie.quoi);
  const ecrite = saisie.pourLe.trim();
  const pourLe = lireDate(ecrite);
  const long = tropLong(quoi, ACTION_MAX);
  if (quoi === '' || long !== null)
    throw new Refus([
      { code: 'CHAMP_INVALIDE:quoi', phrase: `Écrivez ce qu’il faut faire : ${long ?? 'rien n’est écrit'}.` },
    ]);
  if (ecrite !== '' && pourLe === null)
    throw new Refus([{ code: 'DATE_INVALIDE:pourLe', phrase: 'La date de cette action n’existe pas.' }]);
  await ajouterAction(registre, { id: saisie.id, numero, rendezVous: null, quoi, pourLe }, auteur, maintenant);
}
