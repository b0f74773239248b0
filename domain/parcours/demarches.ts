/** How a training may be paid for, in the order in which the carnet names them. @see S003, « Formation » */
export const financements = ['CSP', 'REGION', 'POEI', 'CPF', 'AIF'] as const;
export type Financement = (typeof financements)[number];

export const libellesFinancement: Readonly<Record<Financement, string>> = {
  CSP: 'CSP (PSE)',
  REGION: 'Fonds régionaux',
  POEI: 'POEI (préparation opérationnelle à l’emploi individuelle)',
  CPF: 'CPF (compte personnel de formation)',
  AIF: 'AIF (aide individuelle à la formation)',
};

export const estFinancement = (code: string): code is Financement => financements.some((f) => f === code);

/** Who does something on the way to a training. */
type ActeurDemarche = 'PERSONNE' | 'ORGANISME' | 'REFERENT' | 'FINANCEUR' | 'FRANCE_TRAVAIL';

export const libellesActeur: Readonly<Record<ActeurDemarche, string>> = {
  PERSONNE: 'la personne',
  ORGANISME: 'l’organisme',
  REFERENT: 'le référent',
  FINANCEUR: 'qui finance',
  FRANCE_TRAVAIL: 'France Travail',
};

/** A last day counted back from the entry. No text that we hold gives one: secondary sources only, to confirm. */
interface AvantEntree {
  jours: number;
  ouvres: boolean;
  /** French: where it comes from. */
  selon: string;
}

/** One step towards a training. */
export interface Demarche {
  /** Kept with its day, so it stays the same. A step of one route has the route in it: another route begins anew. */
  code: string;
  /** French, for the page of the dossier. */
  libelle: string;
  qui: ActeurDemarche;
  /** French, for who follows the person; the training is not named: it is read in lists and in the mail of the morning. */
  aFaire: string;
  avantEntree?: AvantEntree;
  /** The carnet does not give it: it is ours. */
  aConfirmer?: true;
}

const AVANT_LE_FINANCEMENT: readonly Demarche[] = [
  {
    ...{ code: 'ORGANISMES', qui: 'PERSONNE' },
    libelle: 'Solliciter plusieurs organismes de formation',
    aFaire: 'Formation : s’assurer que plusieurs organismes sont sollicités.',
  },
  {
    ...{ code: 'DEVIS', qui: 'PERSONNE' },
    libelle: 'Demander un devis à l’organisme choisi',
    aFaire: 'Formation : s’assurer qu’un devis est demandé à l’organisme choisi.',
  },
];

/** Done by choosing, and by nothing else. */
const FINANCEMENT: Demarche = {
  ...{ code: 'FINANCEMENT', qui: 'REFERENT' },
  libelle: 'Déterminer le financement retenu : CPF si la formation est éligible, sinon AIF ; CSP, région ou POEI',
  aFaire: 'Formation : déterminer le financement retenu.',
};

/** The last one: from there on the journey knows of it. @see R23 */
const ENTREE: Demarche = {
  ...{ code: 'ENTREE', qui: 'REFERENT' },
  libelle: 'Consigner la formation et ses dates',
  aFaire: 'Formation : la consigner ; rappeler de s’actualiser « toujours à la recherche d’un emploi ».',
};

const ONZE_JOURS_OUVRES: AvantEntree = {
  ...{ jours: 11, ouvres: true },
  selon: 'onze jours ouvrés avant l’entrée, selon Mon compte formation',
};
const QUINZE_JOURS: AvantEntree = {
  ...{ jours: 15, ouvres: false },
  selon: 'quinze jours avant l’entrée, selon l’usage de France Travail',
};

/** Routes that the carnet names without a word of their steps: to ask, then to be answered. */
const demander = (financement: 'CSP' | 'REGION' | 'POEI', comment: string): readonly Demarche[] => [
  {
    ...{ code: `${financement}_DEMANDE`, qui: 'REFERENT', aConfirmer: true },
    libelle: `Demander le financement ${comment}`,
    aFaire: `Formation : demander le financement ${comment}.`,
  },
  {
    ...{ code: `${financement}_ACCORD`, qui: 'FINANCEUR', aConfirmer: true },
    libelle: 'Donner son accord',
    aFaire: 'Formation : vérifier que l’accord sur le financement est arrivé.',
  },
];

const PROPRES: Readonly<Record<Financement, readonly Demarche[]>> = {
  CSP: demander('CSP', 'au titre du CSP (PSE)'),
  REGION: demander('REGION', 'sur les fonds régionaux'),
  POEI: demander('POEI', 'au titre de la POEI, avec l’employeur'),
  CPF: [
    {
      ...{ code: 'CPF_DEVIS', qui: 'PERSONNE', avantEntree: ONZE_JOURS_OUVRES },
      libelle: 'Demander un devis à l’organisme sur « Mon compte formation »',
      aFaire: 'Formation, CPF : s’assurer que le devis est demandé sur « Mon compte formation ».',
    },
    {
      ...{ code: 'CPF_VALIDATION', qui: 'PERSONNE' },
      libelle: 'Valider le devis sur « Mon compte formation »',
      aFaire: 'Formation, CPF : s’assurer que le devis est validé sur « Mon compte formation ».',
    },
  ],
  AIF: [
    {
      ...{ code: 'AIF_DEVIS', qui: 'ORGANISME', avantEntree: QUINZE_JOURS },
      libelle: 'Créer le devis dans Kairos',
      aFaire: 'Formation, AIF : s’assurer que l’organisme a créé le devis dans Kairos.',
    },
    {
      ...{ code: 'AIF_VALIDATION', qui: 'PERSONNE', avantEntree: QUINZE_JOURS },
      libelle: 'Valider le devis Kairos dans l’espace personnel France Travail',
      aFaire: 'Formation, AIF : s’assurer que le devis Kairos est validé dans l’espace personnel France Travail.',
    },
    {
      ...{ code: 'AIF_ACCORD', qui: 'FRANCE_TRAVAIL', aConfirmer: true },
      libelle: 'Donner son accord',
      aFaire: 'Formation, AIF : vérifier que l’accord de France Travail est arrivé.',
    },
  ],
};

/** The steps of a route, in order; as long as none is chosen, up to that choice. @see S003, « Formation » */
export const demarchesDe = (financement: Financement | null): readonly Demarche[] =>
  financement === null
    ? [...AVANT_LE_FINANCEMENT, FINANCEMENT]
    : [...AVANT_LE_FINANCEMENT, ...PROPRES[financement], ENTREE];

/** Every step of every route, each once. */
export const demarches: readonly Demarche[] = [
  ...AVANT_LE_FINANCEMENT,
  FINANCEMENT,
  ...financements.flatMap((financement) => PROPRES[financement]),
  ENTREE,
];
