import type { DateCivile } from '../calendrier/dates';
import { baseChangement, cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { doutesDuParcours } from '../droit/doutes-du-parcours';
import type { EntreeJournal } from '../faits/journal';
import { auPlusProche } from './au-plus-proche';
import { annoncerReferent } from './changement-referent';
import { type SuiviTerme, suivreTerme, taireChangements } from './changement-terme';
import { courriersDesEvenements } from './courriers-evenements';
import { type Entendu, entendreJournal } from './entendre';
import { situerFaits } from './issues';
import { faitsCites } from './lettre-exclusion';
import { type Portees, porter } from './portees';
import type { Position } from './position';
import type { QuestionSituer } from './question';
import { type Rectifications, situerRectifications } from './rectifications';

/** The letters a journey wants, whatever became of them. */
export interface LettresVoulues extends SuiviTerme {
  voulus: CourrierPrevu[];
  rectifications: Rectifications['nouvelles'];
  remplacements: Rectifications['remplacements'];
  portees: Portees;
  /** What the letter of an exclusion states of its facts. */
  faitsCites: string | null;
}

/** Which letters are wanted: those of the rules, of what happens, and those that correct what became false. */
export function vouloir(
  { demande: { etat }, options }: QuestionSituer,
  entendu: Entendu,
  position: Position,
): LettresVoulues {
  // Opened by mistake: not even a correction of those that left, since whom to tell, and what, is somebody's to judge.
  if (entendu.resolu.fermeture !== null)
    return {
      ...taireChangements(etat),
      voulus: [],
      rectifications: {},
      remplacements: {},
      portees: new Map(),
      faitsCites: null,
    };
  const { jour, projete, faits: situes, doutes } = position;
  const { resultat } = projete;
  const suivi = suivreTerme(etat, resultat, baseChangement(jour, etat.version + 1));
  const { changements } = suivi;
  const { dossier } = entendu;
  const { faits } = entendu.resolu;
  const cites = faitsCites(entendu.admis, resultat, options.exclusionDecidee);
  const lettres = [
    ...auPlusProche(projete.courriers, {
      etat,
      resultat,
      parametres: projete.parametres,
      doutes,
      residence: dossier.residence,
      jour,
    }),
    ...courriersDesEvenements({
      etat,
      dossier,
      parametres: projete.parametres,
      resultat,
      faits,
      situes,
      changements,
      faitsCites: cites,
      doutes,
      jour,
    }),
    ...annoncerReferent({
      etat,
      change: options.changementReferent,
      residence: dossier.residence,
      etape: position.dernier.etat,
    }),
  ];
  const parCle = new Map(lettres.map((lettre) => [cleCourrier(etat.numero, lettre), lettre]));
  const portees = porter({ etat, voulus: parCle, changements, resultat, jour });
  const rectifications = situerRectifications({ etat, voulus: parCle, connu: { ...projete, doutes }, jour, portees });
  return {
    ...suivi,
    voulus: [...lettres, ...rectifications.courriers],
    rectifications: rectifications.nouvelles,
    remplacements: rectifications.remplacements,
    portees,
    faitsCites: cites,
  };
}

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
    faitsCites: faitsCites(admis, resultat, question.options.exclusionDecidee),
    doutes,
    jour,
  });
  return new Set([...desRegles, ...nesDesFaits].map((lettre) => cleCourrier(etat.numero, lettre)));
}
