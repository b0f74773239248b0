import { type Champ, enChoix } from '../dossier/champs';
import {
  decisionsAutorisation,
  motifsFinContrat,
  motifsSortie,
  motifsSuspension,
  naturesContrat,
  reponses,
  type TypeEvenement,
} from './schemas-evenement';

/** How an event is shown and asked for: the web form, the help of the CLI and the CSV header are generated from it. */
export interface FormulaireEvenement {
  /** French name of the fact: "Arrêt maladie". */
  libelle: string;
  /** One French sentence on what it changes. */
  aide: string;
  /** Heading it goes under in a list of facts. */
  famille: 'Proposition' | 'Accompagnement' | 'Absence' | 'Emploi' | 'Fin du CSP';
  champs: readonly Champ[];
}

const date = (libelle: string, aide = ''): Champ => ({ nom: 'date', libelle, aide, genre: 'date', obligatoire: true });

const jour = (nom: string, libelle: string, obligatoire = true, aide = ''): Champ => ({
  nom,
  libelle,
  aide,
  genre: 'date',
  obligatoire,
});

const choix = (nom: string, libelle: string, valeurs: Readonly<Record<string, string>>): Champ => ({
  nom,
  libelle,
  aide: '',
  genre: 'choix',
  obligatoire: true,
  choix: enChoix(valeurs),
});

const PERIODE = [jour('debut', 'Premier jour'), jour('fin', 'Dernier jour')];

const DUREE_LEGALE: Champ = {
  nom: 'dureeLegaleJours',
  libelle: 'Durée légale, en jours',
  aide: 'Si elle diffère de la durée ordinaire : naissances multiples, troisième enfant…',
  genre: 'nombre',
  obligatoire: false,
};

const contrat = (obligatoire: boolean, aide: string): Champ => ({
  nom: 'contratId',
  libelle: 'Identifiant du contrat',
  aide,
  genre: 'texte',
  obligatoire,
});

const CONTRAT_CONNU = contrat(true, 'Celui qui a été donné à la reprise d’emploi.');

/** One entry per type of event, in the order of a menu. A type without its form does not compile. */
export const formulaires: Readonly<Record<TypeEvenement, FormulaireEvenement>> = {
  REPONSE_SALARIE: {
    libelle: 'Réponse du salarié',
    aide: 'L’acceptation ouvre le CSP au lendemain de la fin du contrat ; un refus peut encore devenir une acceptation dans le délai.',
    famille: 'Proposition',
    champs: [
      date('Date de la réponse', 'Le jour où le bulletin signé a été remis ou posté, et non celui où il est reçu.'),
      choix('reponse', 'Réponse', reponses),
    ],
  },
  DECISION_AUTORISATION: {
    libelle: 'Décision de l’inspection du travail',
    aide: 'Pour un salarié protégé : elle fixe la fin du délai de réflexion.',
    famille: 'Proposition',
    champs: [date('Notification à l’employeur'), choix('decision', 'Décision', decisionsAutorisation)],
  },
  PRE_BILAN_REALISE: {
    libelle: 'Pré-bilan réalisé',
    aide: 'Le plan d’action est attendu dans les trente jours.',
    famille: 'Accompagnement',
    champs: [date('Date de l’entretien')],
  },
  PSP_VALIDE: {
    libelle: 'Plan d’action (PSP) validé',
    aide: 'La phase 2 commence ; la prime de reclassement devient possible.',
    famille: 'Accompagnement',
    champs: [date('Date de validation')],
  },
  POINT_ETAPE_REALISE: {
    libelle: 'Point d’étape réalisé',
    aide: 'Attendu au cours du quatrième mois d’accompagnement effectif.',
    famille: 'Accompagnement',
    champs: [date('Date de l’entretien')],
  },
  BILAN_REALISE: {
    libelle: 'Bilan réalisé',
    aide: 'Dans le dernier mois, ou dans les trente jours qui suivent une sortie anticipée.',
    famille: 'Accompagnement',
    champs: [date('Date de l’entretien')],
  },
  FORMATION: {
    libelle: 'Formation',
    aide: 'Elle ne prolonge pas le CSP ; inachevée, elle se poursuit après une réinscription.',
    famille: 'Accompagnement',
    champs: PERIODE,
  },
  CONGES: {
    libelle: 'Congés',
    aide: '35 jours au plus en tout ; ils ne suspendent ni ne prolongent.',
    famille: 'Accompagnement',
    champs: PERIODE,
  },
  ARRET_MALADIE: {
    libelle: 'Arrêt maladie',
    aide: 'Suspend le CSP et le prolonge, quatre mois au plus en tout.',
    famille: 'Absence',
    champs: PERIODE,
  },
  CONGE_MATERNITE: {
    libelle: 'Congé maternité',
    aide: 'Suspend le CSP et le prolonge de la durée légale.',
    famille: 'Absence',
    champs: [...PERIODE, DUREE_LEGALE],
  },
  CONGE_PATERNITE: {
    libelle: 'Congé paternité',
    aide: 'Suspend le CSP et le prolonge de la durée légale.',
    famille: 'Absence',
    champs: [...PERIODE, DUREE_LEGALE],
  },
  CONGE_ADOPTION: {
    libelle: 'Congé d’adoption',
    aide: 'Suspend le CSP et le prolonge de la durée légale.',
    famille: 'Absence',
    champs: [...PERIODE, DUREE_LEGALE],
  },
  PROCHE_AIDANT: {
    libelle: 'Congé de proche aidant',
    aide: 'Suspend le CSP et le prolonge, trois mois au plus en tout.',
    famille: 'Absence',
    champs: PERIODE,
  },
  AJPP: {
    libelle: 'Allocation journalière de présence parentale (AJPP)',
    aide: 'Suspend le CSP et le prolonge, 310 jours au plus.',
    famille: 'Absence',
    champs: PERIODE,
  },
  SUSPENSION: {
    libelle: 'Suspension',
    aide: 'Suspend l’allocation sans prolonger le CSP.',
    famille: 'Absence',
    champs: [
      jour('debut', 'Premier jour'),
      jour('fin', 'Dernier jour', false, 'À laisser vide si le retour n’est pas connu.'),
      choix('motif', 'Motif', motifsSuspension),
    ],
  },
  FIN_SUSPENSION: {
    libelle: 'Retour de suspension',
    aide: 'Termine la dernière suspension restée sans date de fin.',
    famille: 'Absence',
    champs: [date('Premier jour du retour')],
  },
  REPRISE_EMPLOI: {
    libelle: 'Reprise d’emploi',
    aide: 'CDI ou contrat d’au moins six mois : sortie du CSP. De trois jours à six mois : suspension. Moins de trois jours : fin du CSP. Un travail pour un particulier n’est pas une activité du CSP.',
    famille: 'Emploi',
    champs: [
      contrat(false, 'Au choix, unique dans le dossier : il sert à désigner ce contrat plus tard.'),
      choix('nature', 'Nature du contrat', naturesContrat),
      jour('debut', 'Premier jour d’emploi'),
      jour('fin', 'Dernier jour prévu', false, 'Obligatoire pour un CDD ou un intérim, à laisser vide pour un CDI.'),
      jour('essaiJusquau', 'Fin de la période d’essai', false),
      {
        nom: 'remunerationInferieure',
        libelle: 'Rémunération inférieure à celle d’avant',
        aide: 'Pour un même nombre d’heures par semaine : ouvre l’indemnité différentielle de reclassement.',
        genre: 'booleen',
        obligatoire: false,
      },
    ],
  },
  FIN_CONTRAT: {
    libelle: 'Fin de contrat avant son terme',
    aide: 'La rupture de l’essai d’un emploi durable ramène la personne dans le CSP.',
    famille: 'Emploi',
    champs: [CONTRAT_CONNU, date('Dernier jour du contrat'), choix('motif', 'Motif', motifsFinContrat)],
  },
  CREATION_ENTREPRISE: {
    libelle: 'Création ou reprise d’entreprise',
    aide: 'Sortie du CSP la veille du jour indiqué.',
    famille: 'Emploi',
    champs: [jour('debut', 'Immatriculation (Kbis)')],
  },
  DEMANDE_PRIME: {
    libelle: 'Demande de prime de reclassement',
    aide: 'À faire dans les trente jours de l’embauche.',
    famille: 'Emploi',
    champs: [date('Date de la demande'), CONTRAT_CONNU],
  },
  SORTIE: {
    libelle: 'Sortie du CSP',
    aide: 'Abandon, départ en retraite, manquement, fausse déclaration ou décès : les trois derniers ne comptent qu’une fois confirmés par une seconde personne ; dès qu’un décès est signalé, plus rien ne part à la personne.',
    famille: 'Fin du CSP',
    champs: [date('Dernier jour du CSP', 'Pour un décès, le jour du décès.'), choix('motif', 'Motif', motifsSortie)],
  },
  DEMANDE_REINSCRIPTION: {
    libelle: 'Demande de réinscription',
    aide: 'Dans les cinq jours qui suivent la fin du CSP, pour qu’elle prenne effet au lendemain de celle-ci.',
    famille: 'Fin du CSP',
    champs: [date('Date de la demande')],
  },
};
