import { ajouterJours, type DateCivile, jourSemaine } from '../calendrier/dates';
import { ajouterJoursOuvres } from '../calendrier/jours-ouvres';

/** Where what is to be done falls, seen from a day: days, and not a wall. */
export const moments = ['EN_RETARD', 'AUJOURDHUI', 'CETTE_SEMAINE', 'SEMAINE_PROCHAINE', 'PLUS_TARD'] as const;
export type Moment = (typeof moments)[number];

/** The last day of each moment but the last one. */
export type BornesSemaine = Record<Exclude<Moment, 'PLUS_TARD'>, DateCivile>;

/** A week ends on Sunday; on a Sunday, today is all that is left of it. */
export function bornesSemaine(jour: DateCivile): BornesSemaine {
  const dimanche = ajouterJours(jour, 7 - jourSemaine(jour));
  return {
    EN_RETARD: ajouterJours(jour, -1),
    AUJOURDHUI: jour,
    CETTE_SEMAINE: dimanche,
    SEMAINE_PROCHAINE: ajouterJours(dimanche, 7),
  };
}

/** What has no date waits for nothing: it is of today. */
export function momentDe(le: DateCivile | null, bornes: BornesSemaine): Moment {
  const jour = le ?? bornes.AUJOURDHUI;
  return moments.find((moment) => moment === 'PLUS_TARD' || jour <= bornes[moment])!;
}

/** Ouvrés days after which what nobody saw to goes to who answers for the agency. */
export const LAISSEES_JOURS_OUVRES = 3;

/** The last day of which something still to do was left by everyone. @param residence zone of R2 of the agency, for its holidays */
export const dernierJourLaisse = (jour: DateCivile, residence: string): DateCivile =>
  ajouterJoursOuvres(jour, -LAISSEES_JOURS_OUVRES, residence);
