import type { NomParametre } from '../dossier/parametres';

/**
 * A value that the sources leave in doubt, with what is done of it: people are told the reading whose error hurts them least, nothing
 * is refused, closed or lapsed before the other one.
 * @see REGLES §9
 */
export interface Doute {
  /** Rule of REGLES. */
  regle: string;
  /** Parameters that rest on it; empty when the rule itself does. */
  parametres: readonly NomParametre[];
  /** The reading that is computed, then the other one. French. */
  lectures: readonly [string, string];
  /** Which one people are told. French. */
  annonce: string;
  /** From when something is refused or lost; null when nothing is. French. */
  refus: string | null;
  /** What a letter that states the date says of it; null when no letter states a date that rests on it. French. */
  lettre: string | null;
  /** What the counsellor is asked to have confirmed; null when there is nothing to ask. French. */
  tache: string | null;
}

/** Every value marked [D] or [G] whose other reading would change what a person is told. @see REGLES §9 */
export const doutes = {
  FIN_REFLEXION_NON_OUVREE: {
    regle: 'R6',
    parametres: ['reportFinReflexion'],
    lectures: ['le délai finit le 21e jour, même non ouvré', 'il court jusqu’à la fin du jour ouvré suivant'],
    annonce: 'le 21e jour',
    refus: 'après le jour ouvré suivant, qui n’est jamais annoncé',
    lettre:
      'Le délai de réflexion finit un jour non ouvré : la fin du contrat et le début du CSP sont à confirmer par France Travail.',
    tache: 'Le délai de réflexion finit un jour non ouvré : faire confirmer la fin du contrat et le début du CSP.',
  },
  ESSAI_ROMPU: {
    regle: 'R16',
    parametres: ['essaiRompuProlonge', 'essaiRompuReintegre'],
    lectures: [
      'les jours d’un emploi dont l’essai est rompu prolongent le CSP après le 6e mois',
      'le terme fixé lors de l’adhésion ne change pas',
    ],
    annonce: 'le terme prolongé, avec l’autre date',
    refus: 'rien avant le terme prolongé',
    lettre:
      'Cette date compte les jours de l’emploi dont l’essai a été rompu : les textes ne s’accordent pas, elle est à confirmer par France Travail.',
    tache: 'Le terme compte les jours d’un emploi dont l’essai a été rompu : le faire confirmer.',
  },
  ARRET_PENDANT_ACTIVITE: {
    regle: 'R15',
    parametres: ['arretPendantActivite'],
    lectures: ['un arrêt pendant un emploi compte comme jours d’emploi', 'ces jours ne comptent pour rien'],
    annonce: 'le terme qui compte ces jours, avec l’autre date',
    refus: 'rien avant le terme prolongé',
    lettre: 'Cette date compte des jours d’arrêt pendant un emploi : elle est à confirmer par France Travail.',
    tache: 'Le terme compte des jours d’absence pendant un emploi : le faire confirmer.',
  },
  EMPLOI_A_CHEVAL: {
    regle: 'R15',
    parametres: ['activiteDebutProlongationMois'],
    lectures: [
      'd’un emploi commencé avant le 7e mois, les jours qui suivent prolongent',
      'seul prolonge un emploi commencé à partir du 7e mois',
    ],
    annonce: 'le terme prolongé, avec l’autre date',
    refus: 'rien avant le terme prolongé',
    lettre:
      'Cette date compte les derniers jours d’un emploi commencé avant le 7e mois : elle est à confirmer par France Travail.',
    tache: 'Le terme compte un emploi commencé avant le 7e mois : le faire confirmer.',
  },
  AJPP: {
    regle: 'R15',
    parametres: ['prolongations'],
    lectures: ['la présence parentale prolonge, jusqu’à 310 jours (carnet de suivi)', 'elle ne prolonge pas'],
    annonce: 'le terme prolongé, avec l’autre date',
    refus: 'rien avant le terme prolongé',
    lettre: 'Cette date compte des jours de présence parentale : elle est à confirmer par France Travail.',
    tache: 'Le terme compte des jours d’une absence dont un seul document parle : le faire confirmer.',
  },
  PROCHE_AIDANT: {
    regle: 'R15',
    parametres: ['prolongations'],
    lectures: ['le congé de proche aidant prolonge de trois mois au plus', 'il prolonge jusqu’à un an'],
    annonce: 'le terme le plus proche',
    refus: 'rien avant d’avoir fait confirmer',
    lettre: 'Le congé de proche aidant dépasse le plafond retenu : cette date est à confirmer par France Travail.',
    tache: 'Une absence dépasse le plafond retenu : faire confirmer le terme.',
  },
  QUANTIEME_ABSENT: {
    regle: 'R1',
    parametres: [],
    lectures: ['à défaut du même quantième, le dernier jour du mois', 'la veille de ce jour'],
    annonce: 'le dernier jour du mois',
    refus: 'rien avant ce jour',
    lettre: 'Le mois d’arrivée n’a pas le même jour : cette date est à confirmer par France Travail.',
    tache: 'Le mois du terme n’a pas le même jour que celui du début : faire confirmer le terme.',
  },
  FERIES_LOCAUX: {
    regle: 'R2',
    parametres: [],
    lectures: ['vendredi saint férié dans toute l’Alsace-Moselle', 'férié dans certaines communes seulement'],
    annonce: 'le jour ouvré précédent',
    refus: null,
    lettre: null,
    tache: null,
  },
  REGLEMENT_ECHU: {
    regle: 'R3',
    parametres: ['finValidite'],
    lectures: ['le dispositif est prolongé sans changement', 'un autre texte s’applique, ou aucun'],
    annonce: 'les dates du dernier règlement connu',
    refus: null,
    lettre:
      'Les règles connues de Jalon s’arrêtent avant le début de votre procédure : ces dates sont à confirmer par France Travail.',
    tache:
      'La procédure est engagée après la dernière validité connue du règlement : faire confirmer qu’il est prolongé.',
  },
  SEUIL_EFFECTIF: {
    regle: 'R4',
    parametres: ['effectifMax'],
    lectures: ['à 1 000 salariés exactement, congé de reclassement', 'le CSP reste ouvert à ce seuil'],
    annonce: 'le refus d’ouverture, avec son motif',
    refus: 'à l’ouverture',
    lettre: null,
    tache: null,
  },
  RETRACTATION: {
    regle: 'R8',
    parametres: [],
    lectures: ['une acceptation ne se retire pas', 'elle se retire tant que le délai court'],
    annonce: 'une acceptation est définitive',
    refus: 'dès l’acceptation ; le fait peut être versé au journal',
    lettre: null,
    tache: null,
  },
  PRE_BILAN: {
    regle: 'R11',
    parametres: ['preBilanJours'],
    lectures: ['huit jours après le début du CSP', 'huit jours après l’adhésion'],
    annonce: 'huit jours après le début',
    refus: null,
    lettre: null,
    tache: null,
  },
  PSP: {
    regle: 'R12',
    parametres: ['pspDelai', 'pspPlafondMois'],
    lectures: ['30 jours après le pré-bilan, dans les deux premiers mois', 'un mois après le pré-bilan'],
    annonce: 'la plus proche',
    refus: null,
    lettre: null,
    tache: null,
  },
  POINT_ETAPE: {
    regle: 'R13',
    parametres: ['pointEtapeDecaleSuspensions'],
    lectures: ['quatrième mois d’accompagnement effectif', 'quatrième mois, jours suspendus compris'],
    annonce: 'la fenêtre décalée',
    refus: null,
    lettre: null,
    tache: null,
  },
  SIX_MOIS: {
    regle: 'R14',
    parametres: ['activiteCumulMaxJours'],
    lectures: [
      'six mois de date à date pour un contrat, 187 jours pour le cumul, fin la veille du jour de trop',
      '187 jours pour les deux',
    ],
    annonce: 'la plus lointaine, après une tâche à 150 et à 180 jours',
    refus: 'au 188e jour',
    lettre: null,
    tache: null,
  },
  TROIS_JOURS: {
    regle: 'R14',
    parametres: ['activiteMinJours'],
    lectures: ['trois jours d’emploi suspendent le CSP', 'il en faut plus de trois'],
    annonce: 'le CSP suspendu',
    refus: 'sous trois jours',
    lettre: null,
    tache: null,
  },
  JALONS: {
    regle: 'R19',
    parametres: ['suiviJalonsMois'],
    lectures: ['contacts à 1, 3 et 6 mois', 'aucun contact fixé'],
    annonce: 'rien : ce sont des tâches',
    refus: null,
    lettre: null,
    tache: null,
  },
  CONGES: {
    regle: 'R21',
    parametres: [],
    lectures: ['35 jours de calendrier', '35 jours ouvrables'],
    annonce: 'le décompte en jours de calendrier',
    refus: null,
    lettre: null,
    tache: null,
  },
  BILAN_SORTIE: {
    regle: 'R22',
    parametres: ['bilanSortieJours'],
    lectures: ['trente jours après une sortie anticipée', 'aucun délai fixé'],
    annonce: 'trente jours',
    refus: null,
    lettre: null,
    tache: null,
  },
  REINSCRIPTION_NON_OUVREE: {
    regle: 'R25',
    parametres: ['reportReinscription'],
    lectures: ['cinq jours de calendrier, sans report', 'report au jour ouvré suivant'],
    annonce: 'le cinquième jour, et le lendemain conseillé',
    refus: 'après le cinquième jour : la demande compte encore, à sa date',
    lettre: null,
    tache: null,
  },
  COURRIERS_DE_JALON: {
    regle: '§7',
    parametres: [
      'courrierFinJoursAvant',
      'courrierCessationJours',
      'rappelReflexionJours',
      'rappelReinscriptionJours',
      'convocationJoursAvant',
      'rappelPrimeJours',
    ],
    lectures: ['les jours choisis par Jalon', 'ceux des courriers de France Travail'],
    annonce: 'rien : ce sont des dates d’envoi',
    refus: null,
    lettre: null,
    tache: null,
  },
} as const satisfies Record<string, Doute>;

export type CodeDoute = keyof typeof doutes;

/** What a letter or a page adds to a date that rests on a doubt. */
export const A_CONFIRMER = 'à confirmer par France Travail';
