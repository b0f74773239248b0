import { ajouterJours, comparer, type DateCivile, enChiffres } from '../calendrier/dates';
import { instantMinuit } from '../calendrier/fuseaux';
import { libellesPassages } from '../dossier/etats';
import type { Agenda } from './agenda';
import type { ReponseSituer } from './parcours';
import type { Position } from './position';
import { aRappeler, jourProche, jourQuestionSilence } from './taches-dues';

/**
 * When to ask again: the nearest of the states to enter, the letters to leave, the questions and reminders to put, the échéance to
 * see pass and the end of the listening days.
 * @param maintenant UTC instant, ISO 8601
 */
export function prochainReveil(
  maintenant: string,
  residence: string,
  { zone, observe, echeances, dernier, aVenir, ecouteJusquau }: Position,
  agenda: Pick<Agenda, 'aVenir'>,
): ReponseSituer['prochain'] {
  if (dernier.etat === 'OUVERT_PAR_ERREUR') return null;
  const aMinuit = (date: DateCivile, libelle: string) => ({ quand: instantMinuit(date, zone).toISOString(), libelle });
  const silence = observe.resultat.decision === 'EN_ATTENTE' ? jourQuestionSilence(observe, residence) : null;
  const suivante = echeances.find((e) => e.statut === 'A_VENIR');
  const reveils = [
    ...aVenir.map((p) => aMinuit(p.date, `${libellesPassages[p.etat]}, le ${enChiffres(p.date)}`)),
    ...agenda.aVenir,
    ...(silence === null ? [] : [aMinuit(silence, 'Question au référent : bulletin d’acceptation reçu ?')]),
    ...echeances
      .filter(aRappeler)
      .map((e) => aMinuit(jourProche(e, residence), `${e.libelle} : le ${enChiffres(e.date)} approche`)),
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
