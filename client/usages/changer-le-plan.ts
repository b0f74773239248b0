import { lireDate } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { porteInterdit } from '../../domain/dossier/valeurs';
import { lireAction, type TexteAction } from '../../domain/rendez-vous/action-plan';
import { type ActionVue, changerAction, listerActions, type Registre, retirerAction } from '../../registre';
import { Refus } from './commun/refus';

/** A line of the plan as its author saw it. */
export interface ActionVisee {
  id: string;
  vue: TexteAction;
}

/**
 * Rewrites a line of the shared plan of a dossier.
 * @throws Refus CHAMP_INVALIDE:quoi, DATE_INVALIDE:pourLe, CARACTERE_INTERDIT; ACTION_INCONNUE, ACTION_CHANGEE when it is no longer what was seen
 */
export async function changerLePlan(
  registre: Registre,
  numero: Numero,
  visee: ActionVisee,
  voulue: TexteAction,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const lue = lireAction(voulue);
  if (!lue.ok) throw new Refus(lue.refus);
  const action = lireVue(numero, visee);
  if (await changerAction(registre, action, lue.action, auteur, maintenant)) return;
  const actuelle = await actuelleDe(registre, numero, visee.id);
  // Sent twice: it says so already.
  if (actuelle?.quoi !== lue.action.quoi || actuelle.pourLe !== lue.action.pourLe) throw refusDe(actuelle);
}

/**
 * Takes a line out of the shared plan of a dossier; out already, it stays so.
 * @throws Refus ACTION_CHANGEE when it is no longer what was seen
 */
export async function retirerDuPlan(
  registre: Registre,
  numero: Numero,
  visee: ActionVisee,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (await retirerAction(registre, lireVue(numero, visee), auteur, maintenant)) return;
  const actuelle = await actuelleDe(registre, numero, visee.id);
  if (actuelle !== undefined) throw refusDe(actuelle);
}

function lireVue(numero: Numero, { id, vue }: ActionVisee): ActionVue {
  // Compared as it was written: a line older than the door of texts stays what it is.
  if (porteInterdit(id) || porteInterdit(vue.quoi)) throw Refus.de('ACTION_CHANGEE');
  return { numero, id, quoi: vue.quoi, pourLe: lireDate(vue.pourLe) };
}

const actuelleDe = async (registre: Registre, numero: Numero, id: string) =>
  (await listerActions(registre, numero)).find((action) => action.id === id);

const refusDe = (actuelle: object | undefined): Refus =>
  Refus.de(actuelle === undefined ? 'ACTION_INCONNUE' : 'ACTION_CHANGEE');
