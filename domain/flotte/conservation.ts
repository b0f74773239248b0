import type { DateCivile } from '../calendrier/dates';

/** What is kept for a time, then goes without anyone asking. */
export const genresConservation = ['DOSSIERS', 'ERREURS', 'POINTS', 'SORTIES', 'ENTREES'] as const;
export type GenreConservation = (typeof genresConservation)[number];

export interface Conservation {
  /** French, as the report says it. */
  quoi: string;
  /** From what its time counts. */
  depuis: string;
  /** Months, unless the settings say otherwise. */
  mois: number;
  /** The least that the settings may say, in months: shorter, something would go wrong. */
  auMoins: number;
  source: string;
}

const DELEGUE = 'à confirmer par votre délégué à la protection des données';

/**
 * How long each kind of data is kept. No text sets these times for a CSP followed by an agency: each is ours, with what it leans on, to be
 * confirmed by who answers for the data.
 */
export const conservations: Readonly<Record<GenreConservation, Conservation>> = {
  DOSSIERS: {
    quoi: 'dossiers finis : identité, courriers, journal, rendez-vous, tâches',
    depuis: 'la fin de l’écoute du parcours, quatre-vingt-dix jours après son dernier état',
    mois: 60,
    auMoins: 1,
    source: `prescription de droit commun, cinq ans (article 2224 du code civil), ${DELEGUE}`,
  },
  ERREURS: {
    quoi: 'dossiers ouverts par erreur',
    depuis: 'leur fermeture',
    mois: 3,
    auMoins: 1,
    source: `le temps de s’apercevoir que ce n’en était pas une, notre choix, ${DELEGUE}`,
  },
  POINTS: {
    quoi: 'ce que disaient les points du matin ; qu’ils sont partis reste',
    depuis: 'leur jour',
    mois: 3,
    auMoins: 1,
    source: `un point ne sert que le jour même, notre choix, ${DELEGUE}`,
  },
  SORTIES: {
    quoi: 'fichiers des courriers postés et des SMS ; le registre en garde le contenu',
    depuis: 'le jour de leur dépôt',
    mois: 6,
    // A letter that is tried again looks for the file of an earlier attempt over seventy days.
    auMoins: 3,
    source: `le temps d’une réclamation sur la distribution, notre choix, ${DELEGUE}`,
  },
  ENTREES: {
    quoi: 'sessions finies et liens d’entrée expirés',
    depuis: 'leur dernier usage, leur expiration',
    mois: 1,
    auMoins: 1,
    source: `rien ne s’en sert plus, notre choix, ${DELEGUE}`,
  },
};

/** Months by kind, where the settings say something else than the table. */
export type DureesConservation = Readonly<Partial<Record<GenreConservation, number>>>;

/** What is older than this day goes, for each kind. */
export type LimitesConservation = Readonly<Record<GenreConservation, DateCivile>>;

/** `dossiers=60` as it is typed; null when the kind is none, or its time too short. */
export function lireDuree(saisie: string): readonly [GenreConservation, number] | null {
  const [nom = '', mois = '', ...reste] = saisie.split('=');
  const genre = genresConservation.find((g) => g === nom.trim().toUpperCase());
  if (genre === undefined || reste.length > 0 || !/^\d{1,4}$/.test(mois.trim())) return null;
  return Number(mois) < conservations[genre].auMoins ? null : [genre, Number(mois)];
}

/** What a look at the register and the outboxes found past its time, by kind. */
export type RapportConservation = Readonly<Record<GenreConservation, number>>;
