import type { DateCivile } from '../calendrier/dates';
import { cleCourrier } from '../catalogue/cle-courrier';
import { doutesDuParcours } from '../droit/doutes-du-parcours';
import type { EntreeJournal } from '../faits/journal';
import { auPlusProche } from './au-plus-proche';
import { courriersDesEvenements } from './courriers-evenements';
import { entendreJournal } from './entendre';
import { situerFaits } from './issues';
import { faitsCites } from './lettre-exclusion';
import type { QuestionSituer } from './question';

/** Keys of the letters that a shorter journal would want: what a fresh fact gave birth to is what they lack. */
export function clesVoulues(
  question: QuestionSituer,
  journal: readonly EntreeJournal[],
  jour: DateCivile,
): ReadonlySet<string> {
  const { etat } = question.demande;
  const { dossier, surcharge, admis, evenements } = entendreJournal(question, journal);
  const evaluation = question.evaluer(dossier, evenements, { surcharge });
  const { resultat, parametres } = evaluation;
  const doutes = doutesDuParcours(evaluation);
  const { residence } = dossier;
  const desRegles = auPlusProche(evaluation.courriers, { etat, resultat, parametres, doutes, residence, jour });
  const nesDesFaits = courriersDesEvenements({
    etat,
    dossier,
    parametres,
    resultat,
    faits: admis,
    situes: situerFaits(admis, evaluation),
    changements: {},
    faitsCites: faitsCites(admis, resultat, question.options.decidees?.has('SORTIE_DECIDEE')),
    doutes,
    jour,
  });
  return new Set([...desRegles, ...nesDesFaits].map((lettre) => cleCourrier(etat.numero, lettre)));
}
