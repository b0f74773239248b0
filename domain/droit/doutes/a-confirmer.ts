import type { Doute } from './doute';

/** Those on which a date told to people rests: letters say it, and someone has it confirmed. */
export const aConfirmer = {
  FIN_REFLEXION_NON_OUVREE: {
    regle: 'R6',
    parametres: ['reportFinReflexion'],
    lectures: ['le délai finit le 21e jour, même non ouvré', 'il court jusqu’à la fin du jour ouvré suivant'],
    annonce: 'le 21e jour',
    refus: 'après le jour ouvré suivant, qui n’est jamais annoncé',
    lettre:
      'Le délai de réflexion finit un jour non ouvré : la fin du contrat, le début du CSP et les dates qui en dépendent sont à confirmer par France Travail.',
    tache: 'Le délai de réflexion finit un jour non ouvré : faire confirmer la fin du contrat et le début du CSP.',
  },
  ESSAI_ROMPU: {
    regle: 'R16',
    parametres: ['essaiRompuProlonge', 'essaiRompuReintegre'],
    lectures: [
      'les jours d’un emploi dont l’essai est rompu prolongent le CSP après le 6e mois',
      'le terme fixé lors de l’adhésion ne change pas',
    ],
    annonce: 'le terme prolongé, avec l’autre date ; ce qui en dépend, à la plus proche',
    refus: 'rien avant le terme prolongé',
    lettre:
      'La date de fin compte les jours de l’emploi dont l’essai a été rompu : les textes ne s’accordent pas, elle est à confirmer par France Travail.',
    tache: 'Le terme compte les jours d’un emploi dont l’essai a été rompu : le faire confirmer.',
  },
  ARRET_PENDANT_ACTIVITE: {
    regle: 'R15',
    parametres: ['arretPendantActivite'],
    lectures: ['un arrêt pendant un emploi compte comme jours d’emploi', 'ces jours ne comptent pour rien'],
    annonce: 'le terme qui compte ces jours, avec l’autre date',
    refus: 'rien avant le terme prolongé',
    lettre: 'La date de fin compte des jours d’arrêt pendant un emploi : elle est à confirmer par France Travail.',
    tache: 'Le terme compte des jours d’absence pendant un emploi : le faire confirmer.',
  },
  EMPLOI_A_CHEVAL: {
    regle: 'R15',
    parametres: ['activiteDebutProlongationMois'],
    lectures: [
      'd’un emploi commencé avant le 7e mois, les jours qui suivent prolongent',
      'seul prolonge un emploi commencé à partir du 7e mois',
    ],
    annonce: 'le terme prolongé, avec l’autre date ; ce qui en dépend, à la plus proche',
    refus: 'rien avant le terme prolongé',
    lettre:
      'La date de fin compte les derniers jours d’un emploi commencé avant le 7e mois : elle est à confirmer par France Travail.',
    tache: 'Le terme compte un emploi commencé avant le 7e mois : le faire confirmer.',
  },
  AJPP: {
    regle: 'R15',
    parametres: ['prolongations'],
    lectures: ['la présence parentale prolonge, jusqu’à 310 jours (carnet de suivi)', 'elle ne prolonge pas'],
    annonce: 'le terme prolongé, avec l’autre date ; ce qui en dépend, à la plus proche',
    refus: 'rien avant le terme prolongé',
    lettre: 'La date de fin compte des jours de présence parentale : elle est à confirmer par France Travail.',
    tache: 'Le terme compte des jours d’une absence dont un seul document parle : le faire confirmer.',
  },
  PROCHE_AIDANT: {
    regle: 'R15',
    parametres: ['prolongations'],
    lectures: ['le congé de proche aidant prolonge de trois mois au plus', 'il prolonge jusqu’à un an'],
    annonce: 'le terme le plus proche',
    refus: 'rien avant d’avoir fait confirmer',
    lettre: 'Le congé de proche aidant dépasse le plafond retenu : la date de fin est à confirmer par France Travail.',
    tache: 'Une absence dépasse le plafond retenu : faire confirmer le terme.',
  },
  DUREE_LEGALE: {
    regle: 'R15',
    parametres: ['prolongations'],
    lectures: [
      'à défaut de durée légale consignée, un congé de maternité, de paternité ou d’adoption prolonge de 112, 25 ou 112 jours au plus',
      'il prolonge de tous ses jours',
    ],
    annonce: 'le terme le plus proche',
    refus: 'rien avant d’avoir fait confirmer',
    lettre:
      'Le congé consigné dépasse la durée légale retenue à défaut : la date de fin est à confirmer par France Travail.',
    tache:
      'Une absence dépasse la durée légale retenue à défaut : la consigner si elle est connue, ou faire confirmer le terme.',
  },
  DEBORDEMENT: {
    regle: 'R15',
    parametres: [],
    lectures: [
      'un jour pris par une cause dont le plafond est atteint ne compte pour aucune autre',
      'il compte pour la cause suivante',
    ],
    annonce: 'le terme le plus proche',
    refus: 'rien avant d’avoir fait confirmer',
    lettre:
      'Des jours dépassent le plafond d’une absence, et une autre les couvre : la date de fin est à confirmer par France Travail.',
    tache: 'Des jours au-delà d’un plafond sont couverts par une autre période : faire confirmer le terme.',
  },
  QUANTIEME_ABSENT: {
    regle: 'R1',
    parametres: [],
    lectures: ['à défaut du même quantième, le dernier jour du mois', 'la veille de ce jour'],
    annonce: 'le dernier jour du mois ; ce qui en dépend, la veille',
    refus: 'rien avant ce jour',
    lettre: 'Le mois d’arrivée n’a pas le même jour : la date de fin est à confirmer par France Travail.',
    tache: 'Le mois du terme n’a pas le même jour que celui du début : faire confirmer le terme.',
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
} as const satisfies Record<string, Doute>;
