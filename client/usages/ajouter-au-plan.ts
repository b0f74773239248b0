import type { Numero } from '../../domain/dossier/numero';
import { estIdentifiantNeuf } from '../../domain/faits/identifiant-neuf';
import { lireAction, type TexteAction } from '../../domain/rendez-vous/action-plan';
import { ajouterAction, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** A line of the shared plan, as it is typed. */
export interface SaisieAction extends TexteAction {
  /** Drawn with the form: sent twice, the line counts once. */
  id: string;
}

/** Adds a line to the shared plan of a dossier. @throws Refus IDENTIFIANT_INVALIDE, CHAMP_INVALIDE:quoi, DATE_INVALIDE:pourLe, CARACTERE_INTERDIT */
export async function ajouterAuPlan(
  registre: Registre,
  numero: Numero,
  { id, ...saisie }: SaisieAction,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (!estIdentifiantNeuf(id)) throw Refus.de('IDENTIFIANT_INVALIDE');
  const lue = lireAction(saisie);
  if (!lue.ok) throw new Refus(lue.refus);
  await ajouterAction(registre, { id, numero, rendezVous: null, ...lue.action }, auteur, maintenant);
}
