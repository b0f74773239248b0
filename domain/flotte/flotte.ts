/**
 * Room `flotte`: what falls on one date for everyone, whom no journey is asked about. Monthly actualisation, morning digest,
 * absence of a référent.
 * @packageDocumentation
 */

import {
  ajouterJours,
  type DateCivile,
  dateCivile,
  deMois,
  enChiffres,
  FIN_DES_TEMPS,
  max,
  moisDe,
  moisEnLettres,
} from '../calendrier/dates';
import {
  dateLocale,
  FENETRE_SECONDES,
  fuseau,
  instant,
  instantMinuit,
  OUVERTURE_SECONDES,
} from '../calendrier/fuseaux';
import type { Etat } from '../dossier/resultat';
import { actualisations } from '../droit/regles/actualisation';
import type { ModeEnvoi } from '../parcours/parcours';

/**
 * What falls on one date for everyone: the actualisation opens, is about to close, has closed.
 * @see R20
 */
export const momentsFlotte = ['OUVERTURE', 'RAPPEL', 'CLOTURE'] as const;
export type MomentFlotte = (typeof momentsFlotte)[number];
/** The moments that write to people; CLOTURE leaves tasks to counsellors. */
export type MomentEcrit = Exclude<MomentFlotte, 'CLOTURE'>;

/** Whose actualisation is announced, reminded and watched; the month must also be one that the CSP touches. */
export const etatsActualises = ['EN_CSP', 'SUSPENDU'] as const satisfies readonly Etat[];
/** Whose CSP is over: the last months that it touches are announced and reminded like the others, with nothing left to watch. */
export const etatsApresCsp = [
  'SUIVI_EMPLOI',
  'CLOS',
  'ROMPU',
  'TERMINE',
  'REINSCRIT',
  'NON_REINSCRIT',
] as const satisfies readonly Etat[];

/** A moment of a month. */
export interface Tournee {
  moment: MomentFlotte;
  /** `AAAA-MM`: the month that people declare. */
  mois: string;
}

/** A moment of a month that writes to people. */
export type TourneeEcrite = Tournee & { moment: MomentEcrit };

/** When a tour may take place: from a day, as long as it is useful. */
export interface DatesTournee {
  depuis: DateCivile;
  /** Null: the tasks of a closed month are worth leaving on any later day. */
  utileJusquau: DateCivile | null;
}

/** Opening and closing days of a month's actualisation. @see R20 */
export function dateActualisation(mois: string): { ouverture: DateCivile; rappel: DateCivile; cloture: DateCivile } {
  const premier = dateCivile(`${mois}-01`);
  const { ouverture, cloture } = actualisations(premier, premier)[0]!;
  return { ouverture, rappel: ajouterJours(cloture, -3), cloture };
}

/** The opening is no longer worth announcing once the reminder is due; the reminder, once the month has closed. */
export function datesTournee({ moment, mois }: Tournee): DatesTournee {
  const { ouverture, rappel, cloture } = dateActualisation(mois);
  switch (moment) {
    case 'OUVERTURE':
      return { depuis: ouverture, utileJusquau: ajouterJours(rappel, -1) };
    case 'RAPPEL':
      return { depuis: rappel, utileJusquau: cloture };
    case 'CLOTURE':
      return { depuis: ajouterJours(cloture, 1), utileJusquau: null };
  }
}

/** The month that a tour started on a day is about, were it started late: the one that opened last, or closed last. */
export function moisVise(moment: MomentFlotte, jour: DateCivile): string {
  const courant = moisDe(jour);
  const precedent = moisAvant(courant);
  switch (moment) {
    case 'OUVERTURE':
      return jour >= dateActualisation(courant).ouverture ? courant : precedent;
    case 'RAPPEL':
      return precedent;
    case 'CLOTURE':
      return jour > dateActualisation(precedent).cloture ? precedent : moisAvant(precedent);
  }
}

const moisAvant = (mois: string): string => moisDe(ajouterJours(dateCivile(`${mois}-01`), -1));

/** OUVERT: the tour may serve people there now. Else when it next may; null when it is over for them. */
export type Acces = { ouvert: true } | { ouvert: false; prochain: Date | null };

/** Whether a tour may serve the people of a zone now: within the sending hours of their own clock, or from midnight when at once. */
export function acces(tournee: Tournee, residence: string, maintenant: Date, mode: ModeEnvoi): Acces {
  const { depuis, utileJusquau } = datesTournee(tournee);
  const zone = fuseau(residence);
  const jour = dateLocale(maintenant, zone);
  const ferme = (prochain: Date | null): Acces => ({ ouvert: false, prochain });
  const dernier = utileJusquau ?? FIN_DES_TEMPS;
  if (jour > dernier) return ferme(null);
  if (mode === 'immediat' || tournee.moment === 'CLOTURE') {
    return jour < depuis ? ferme(instantMinuit(depuis, zone)) : { ouvert: true };
  }
  const premier = max(jour, depuis);
  const ouverture = instant(premier, OUVERTURE_SECONDES, zone);
  if (maintenant < ouverture) return ferme(ouverture);
  if (maintenant < instant(premier, OUVERTURE_SECONDES + FENETRE_SECONDES, zone)) return { ouvert: true };
  const demain = ajouterJours(premier, 1);
  return ferme(demain > dernier ? null : instant(demain, OUVERTURE_SECONDES, zone));
}

/** What is known of an actualisation that nobody recorded. */
export interface ActualisationManquee {
  mois: string;
  /** Days on which the letters left; null when one did not. */
  annonceeLe: DateCivile | null;
  rappeleeLe: DateCivile | null;
  /** Earlier months of the same dossier still without a record. */
  precedentes: readonly string[];
}

/** Key of the task that a missed actualisation leaves, once for a month. */
export const cleManquee = (numero: string, mois: string): string => `${numero}/ACTUALISATION_MANQUEE/${mois}`;

/** The dated facts, for the counsellor who decides: nothing follows from a missed actualisation by itself. @see R20, R27 */
export function libelleManquee({ mois, annonceeLe, rappeleeLe, precedentes }: ActualisationManquee): string {
  const { ouverture, cloture } = dateActualisation(mois);
  const courrier = (nom: string, le: DateCivile | null) => (le ? `${nom} le ${enChiffres(le)}` : `sans ${nom} parti`);
  const dejaManquees =
    precedentes.length === 0 ? '' : ` Déjà sans trace : ${precedentes.map((m) => moisEnLettres(m)).join(', ')}.`;
  return (
    `Actualisation ${deMois(mois)} : rien n’est consigné. Ouverte le ${enChiffres(ouverture)} ` +
    `(${courrier('courrier', annonceeLe)}, ${courrier('rappel', rappeleeLe)}), close le ${enChiffres(cloture)}.${dejaManquees} ` +
    'Faire le point avec la personne : rien n’en découle sans une décision.'
  );
}
