import { baseChangement, cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { auPlusProche } from './au-plus-proche';
import { annoncerReferent } from './changement-referent';
import { type SuiviTerme, suivreTerme, taireChangements } from './changement-terme';
import { courriersDesEvenements } from './courriers-evenements';
import { clesDejaReglees } from './deja-regle';
import { estDitAilleurs } from './dit-ailleurs';
import type { Entendu } from './entendre';
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
export function vouloir(question: QuestionSituer, entendu: Entendu, position: Position): LettresVoulues {
  const { demande, options } = question;
  const { etat, enCours } = demande;
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
  const cites = faitsCites(entendu.admis, resultat, options.decidees?.has('SORTIE_DECIDEE'));
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
  const dejaReglees = clesDejaReglees(question, entendu, lettres, jour);
  const estRepris = (voulu: CourrierPrevu): boolean => {
    const cle = cleCourrier(etat.numero, voulu);
    return etat.courriers[cle]?.statut === 'REPRIS' || dejaReglees.has(cle);
  };
  const ailleurs = {
    ...{ etat, voulus: lettres, resultat, jour, residence: dossier.residence, portees, decidees: options.decidees },
    entretiensFixes: options.entretiensFixes ?? new Map<string, string>(),
    estRepris,
  };
  const rectifications = situerRectifications({
    ...{ etat, voulus: parCle, connu: { ...projete, doutes }, jour, portees, enCours, decidees: options.decidees },
    ...{ estRepris, estDitAilleurs: (voulu: CourrierPrevu) => estDitAilleurs(voulu, ailleurs) },
  });
  return {
    ...suivi,
    voulus: [...lettres, ...rectifications.courriers],
    rectifications: rectifications.nouvelles,
    remplacements: rectifications.remplacements,
    portees,
    faitsCites: cites,
  };
}
