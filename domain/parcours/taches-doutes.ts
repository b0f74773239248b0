import { ajouterJours, type DateCivile, enChiffres, min } from '../calendrier/dates';
import { ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import type { Etat } from '../dossier/resultat';
import type { Evaluation } from '../droit/calculer';
import { doutes as table } from '../droit/doutes';
import { type DatesDouteuses, type DouteDuParcours, doutesDuJour } from '../droit/doutes-du-parcours';
import type { TacheDue } from './parcours';

export interface QuestionDoutes {
  numero: string;
  dateReprise: DateCivile | null;
  residence: string;
  /** As of `jour`. */
  evaluation: Evaluation;
  doutes: readonly DouteDuParcours[];
  jour: DateCivile;
}

/** While the dates in doubt are still ahead of the person. */
const ETATS: Readonly<Record<DatesDouteuses, readonly Etat[]>> = {
  DEBUT: ['ACCEPTE', 'EN_CSP', 'SUSPENDU'],
  TERME: ['EN_CSP', 'SUSPENDU'],
  // Nobody is asked about a day that counts for nothing unless she comes back.
  TERME_ECARTE: [],
  TOUTES: ['EN_REFLEXION', 'ACCEPTE', 'EN_CSP', 'SUSPENDU'],
};

/** Days of the last letter before the term on which it must be known what to write. */
const VEILLE = 1;

/**
 * A date that rests on a doubt is someone's to have confirmed: the start before the first interview is due, the term before C13 would leave by the
 * nearest reading.
 * Its sentence travels through the engine: it names no cause of absence.
 * @see REGLES §9
 */
export function tachesDesDoutes(question: QuestionDoutes): TacheDue[] {
  const { numero, evaluation, doutes, jour } = question;
  const { etat } = evaluation.resultat.chronologie!.at(-1)!;
  return doutesDuJour(doutes, evaluation.resultat, jour).flatMap((doute): TacheDue[] => {
    const { tache } = table[doute.code];
    const echeance = ETATS[doute.sur].includes(etat) ? avant(question, doute) : null;
    if (tache === null || echeance === null) return [];
    return [
      {
        cle: `${numero}/DATE_A_CONFIRMER/${doute.code}/${doute.sur === 'TERME' ? evaluation.resultat.terme : echeance}`,
        type: 'DATE_A_CONFIRMER',
        libelle: `${tache}${lectures(doute, evaluation)} Interroger France Travail et dire sa réponse à la personne.`,
        echeance,
      },
    ];
  });
}

/** The day by which a date must be confirmed; null when it is too late, or was before Jalon. */
function avant(
  { evaluation: { resultat, parametres }, dateReprise, residence }: QuestionDoutes,
  { sur, autreTerme }: DouteDuParcours,
): DateCivile | null {
  const { debutCsp, terme, finReflexion } = resultat;
  if (sur === 'TOUTES') return finReflexion ?? null;
  if (!debutCsp || !terme) return null;
  if (sur === 'DEBUT') {
    const repris = dateReprise !== null && debutCsp < dateReprise;
    return repris ? null : debutCsp;
  }
  const proche = min(terme, autreTerme ?? terme);
  return ouvrePrecedentOuEgal(ajouterJours(proche, -parametres.courrierFinJoursAvant - VEILLE), residence);
}

const lectures = ({ autreTerme }: DouteDuParcours, { resultat: { terme } }: Evaluation): string =>
  autreTerme === null || !terme
    ? ''
    : ` Jalon compte jusqu’au ${enChiffres(terme)} ; l’autre lecture donne le ${enChiffres(autreTerme)}.`;
