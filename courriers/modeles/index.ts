import type { CodeCourrier } from '../../domain/catalogue/catalogue';
import type { Modele } from '../modele';
import { atelierInscription } from './atelier-inscription';
import { c01 } from './c01-proposition';
import { c02 } from './c02-rappel-reflexion';
import { c03 } from './c03-licenciement-conditionnel';
import { c04 } from './c04-adhesion';
import { c05 } from './c05-refus';
import { c06 } from './c06-pre-bilan';
import { c07 } from './c07-psp';
import { c08 } from './c08-point-etape';
import { c09 } from './c09-bilan';
import { c10 } from './c10-contribution';
import { c11 } from './c11-prime';
import { c12 } from './c12-rappel-prime';
import { c13 } from './c13-fin-csp';
import { c14 } from './c14-cessation-inscription';
import { c15 } from './c15-rappel-reinscription';
import { c16 } from './c16-confirmation-reinscription';
import { c17 } from './c17-suivi-emploi';
import { c18 } from './c18-formation-poursuite';
import { congesEnregistres } from './conges-enregistres';
import { contributionRappel } from './contribution-rappel';
import { decisionInspection } from './decision-inspection';
import { finPourEmploi } from './fin-pour-emploi';
import { finPourRetraite } from './fin-pour-retraite';
import { nouveauReferent } from './nouveau-referent';
import { primeDernierMois } from './prime-dernier-mois';
import { prolongation } from './prolongation';
import { rappelActualisation } from './rappel-actualisation';
import { rdvAnnule } from './rdv-annule';
import { rdvConvocation } from './rdv-convocation';
import { rdvDeplace } from './rdv-deplace';
import { rdvManque } from './rdv-manque';
import { rdvRappel } from './rdv-rappel';
import { rectification } from './rectification';
import { reintegration } from './reintegration';
import { rejet } from './rejet';
import { relanceReinscription } from './relance-reinscription';
import { retour } from './retour';
import { sortieDecidee } from './sortie-decidee';
import { suspension } from './suspension';

/** One template for each code of the catalogue, one text for each of its readers. */
export const modeles: { readonly [C in CodeCourrier]: Modele<C> } = {
  C01_PROPOSITION: c01,
  C02_RAPPEL_REFLEXION: c02,
  C03_LICENCIEMENT_CONDITIONNEL: c03,
  C04_ADHESION: c04,
  C05_REFUS: c05,
  C06_CONVOCATION_PRE_BILAN: c06,
  C07_CONVOCATION_PSP: c07,
  C08_CONVOCATION_POINT_ETAPE: c08,
  C09_CONVOCATION_BILAN: c09,
  C10_CONTRIBUTION: c10,
  C11_PRIME: c11,
  C12_RAPPEL_PRIME: c12,
  C13_FIN_CSP: c13,
  C14_CESSATION_INSCRIPTION: c14,
  C15_RAPPEL_REINSCRIPTION: c15,
  C16_CONFIRMATION_REINSCRIPTION: c16,
  C17_SUIVI_EMPLOI: c17,
  C18_FORMATION_POURSUITE: c18,
  PROLONGATION: prolongation,
  SUSPENSION: suspension,
  CONGES_ENREGISTRES: congesEnregistres,
  RETOUR: retour,
  REINTEGRATION: reintegration,
  DECISION_INSPECTION: decisionInspection,
  FIN_POUR_EMPLOI: finPourEmploi,
  FIN_POUR_RETRAITE: finPourRetraite,
  SORTIE_DECIDEE: sortieDecidee,
  PRIME_DERNIER_MOIS: primeDernierMois,
  RELANCE_REINSCRIPTION: relanceReinscription,
  REJET: rejet,
  RECTIFICATION: rectification,
  NOUVEAU_REFERENT: nouveauReferent,
  CONTRIBUTION_RAPPEL: contributionRappel,
  RAPPEL_ACTUALISATION: rappelActualisation,
  RDV_CONVOCATION: rdvConvocation,
  RDV_DEPLACE: rdvDeplace,
  RDV_ANNULE: rdvAnnule,
  RDV_RAPPEL: rdvRappel,
  RDV_MANQUE: rdvManque,
  ATELIER_INSCRIPTION: atelierInscription,
};
