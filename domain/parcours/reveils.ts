import { ajouterJours, comparer, type DateCivile, enChiffres } from '../calendrier/dates';
import { instantMinuit } from '../calendrier/fuseaux';
import { libellePassage } from '../dossier/etats';
import { finDuDoute } from '../droit/doutes-du-parcours';
import type { Agenda } from './agenda';
import type { ReponseSituer } from './parcours';
import type { Position } from './position';
import { aRappeler, jourProche, jourQuestionSilence } from './taches-dues';

/**
 * When to ask again: the nearest of the states to enter, the letters to leave, the questions and reminders to put, the papers to ask
 * for, the échéance to see pass and the end of the listening days. What falls on one date for everyone wakes nobody.
 * @param maintenant UTC instant, ISO 8601
 */
export function prochainReveil(
  maintenant: string,
  residence: string,
  {
    zone,
    observe,
    doutes,
    echeances,
    dernier,
    aVenir,
    ecouteJusquau,
    pieceLe,
  }: Position & { pieceLe: DateCivile | null },
  agenda: Pick<Agenda, 'aVenir'>,
): ReponseSituer['prochain'] {
  if (dernier.etat === 'OUVERT_PAR_ERREUR') return null;
  const aMinuit = (date: DateCivile, libelle: string) => ({ quand: instantMinuit(date, zone).toISOString(), libelle });
  const silence = observe.resultat.decision === 'EN_ATTENTE' ? jourQuestionSilence(observe, residence) : null;
  const suivante = echeances.find((e) => e.statut === 'A_VENIR');
  const douteJusquau = finDuDoute(doutes, observe.resultat);
  const reveils = [
    ...aVenir.map((p) => aMinuit(p.date, `${libellePassage(p)}, le ${enChiffres(p.date)}`)),
    ...agenda.aVenir,
    ...(silence === null ? [] : [aMinuit(silence, 'Question au référent : bulletin d’acceptation reçu ?')]),
    ...echeances
      .filter(aRappeler)
      .map((e) => aMinuit(jourProche(e, residence), `${e.libelle} : le ${enChiffres(e.date)} approche`)),
    ...(douteJusquau === null
      ? []
      : [aMinuit(ajouterJours(douteJusquau, 1), `Date à confirmer jusqu’au ${enChiffres(douteJusquau)}`)]),
    ...(pieceLe === null ? [] : [aMinuit(pieceLe, 'Pièce à demander')]),
    ...(suivante === undefined
      ? []
      : [
          aMinuit(ajouterJours(suivante.date, 1), `${suivante.libelle} : au plus tard le ${enChiffres(suivante.date)}`),
        ]),
    ...(ecouteJusquau === null
      ? []
      : [aMinuit(ajouterJours(ecouteJusquau, 1), `Fin d’écoute, le ${enChiffres(ecouteJusquau)}`)]),
  ].filter((r) => r.quand > maintenant);
  return reveils.sort((a, b) => comparer(a.quand, b.quand) || comparer(a.libelle, b.libelle))[0] ?? null;
}
