import type { DateCivile } from '../../domain/calendrier/dates';
import type { CourrierPrevu } from '../../domain/catalogue/courrier-prevu';
import type { Evaluation } from '../../domain/droit/calculer';
import { doutesDuParcours } from '../../domain/droit/doutes-du-parcours';
import { auPlusProche, type QuestionAuPlusProche } from '../../domain/parcours/au-plus-proche';

/** The letters that the rules make due, on the days that suit the nearest reading of a doubtful end: what a journey has sent at its end. */
export const lettresDues = (
  evaluation: Evaluation,
  etat: QuestionAuPlusProche['etat'],
  residence: string,
  jour: DateCivile,
): CourrierPrevu[] => {
  const { courriers, resultat, parametres } = evaluation;
  return auPlusProche(courriers, { etat, resultat, parametres, doutes: doutesDuParcours(evaluation), residence, jour });
};
