import type { Destinataire } from '../dossier/resultat';
import type { CodeCourrier } from './codes-courrier';

/*
 * Words only, and no other import than types: workflows say them too, in the summaries of what they do.
 */

/** The name of each letter, for lists. */
export const titres: Readonly<Record<CodeCourrier, string>> = {
  C01_PROPOSITION: 'Proposition du CSP',
  C02_RAPPEL_REFLEXION: 'Rappel du délai de réflexion',
  C03_LICENCIEMENT_CONDITIONNEL: 'Lettre de licenciement conditionnelle (modèle)',
  C04_ADHESION: 'Acceptation enregistrée',
  C05_REFUS: 'Refus (exprès ou par silence)',
  C06_CONVOCATION_PRE_BILAN: 'Convocation au pré-bilan',
  C07_CONVOCATION_PSP: 'Convocation à l’entretien du plan d’action (PSP)',
  C08_CONVOCATION_POINT_ETAPE: 'Convocation au point d’étape',
  C09_CONVOCATION_BILAN: 'Convocation au bilan',
  C10_CONTRIBUTION: 'Contribution de l’employeur',
  C11_PRIME: 'Prime de reclassement',
  C12_RAPPEL_PRIME: 'Rappel de la prime de reclassement',
  C13_FIN_CSP: 'Fin du CSP : préparer la réinscription',
  C14_CESSATION_INSCRIPTION: 'Réinscription ouverte',
  C15_RAPPEL_REINSCRIPTION: 'Rappel de la réinscription',
  C16_CONFIRMATION_REINSCRIPTION: 'Confirmation de la réinscription',
  C17_SUIVI_EMPLOI: 'Contact de suivi dans l’emploi',
  C18_FORMATION_POURSUITE: 'Poursuivre sa formation après le CSP',
  PROLONGATION: 'Nouvelle date de fin du CSP',
  SUSPENSION: 'Suspension du CSP',
  CONGES_ENREGISTRES: 'Congés enregistrés',
  RETOUR: 'Reprise du CSP',
  REINTEGRATION: 'Retour dans le CSP après un essai rompu',
  DECISION_INSPECTION: 'Décision de l’inspection du travail connue',
  FIN_POUR_EMPLOI: 'Fin du CSP par un emploi ou une entreprise',
  FIN_POUR_RETRAITE: 'Fin du CSP par un départ à la retraite',
  SORTIE_DECIDEE: 'Fin du CSP décidée',
  PRIME_DERNIER_MOIS: 'Prime de reclassement : dernier mois pour être embauché',
  RELANCE_REINSCRIPTION: 'Réinscription toujours attendue',
  REJET: 'Déclaration qui ne peut pas être prise en compte',
  RECTIFICATION: 'Rectification d’un courrier',
  NOUVEAU_REFERENT: 'Nouveau référent',
  CONTRIBUTION_RAPPEL: 'Rappel de la contribution de l’employeur',
  RAPPEL_ACTUALISATION: 'Actualisation mensuelle',
  RDV_CONVOCATION: 'Convocation à un rendez-vous',
  RDV_DEPLACE: 'Rendez-vous déplacé',
  RDV_ANNULE: 'Rendez-vous annulé',
  RDV_RAPPEL: 'Rappel d’un rendez-vous',
  RDV_MANQUE: 'Rendez-vous manqué',
  ATELIER_INSCRIPTION: 'Inscription à un atelier',
};

/** Who reads a letter, as lists say it. */
export const libellesDestinataire: Readonly<Record<Destinataire, string>> = {
  BENEFICIAIRE: 'bénéficiaire',
  EMPLOYEUR: 'employeur',
  CONSEILLER: 'conseiller',
};

/** To whom a letter goes. */
export const versDestinataire: Readonly<Record<Destinataire, string>> = {
  BENEFICIAIRE: 'au bénéficiaire',
  EMPLOYEUR: 'à l’employeur',
  CONSEILLER: 'au conseiller',
};

/** The name of a letter, or its code when the catalogue no longer knows it; one that carries the new end of the CSP says so. */
export const titreCourrier = (code: string, porteLaFin = false): string => {
  const titre = Object.hasOwn(titres, code) ? titres[code as CodeCourrier] : code;
  return porteLaFin ? `${titre}, avec sa nouvelle date de fin` : titre;
};
