/**
 * Room `calendrier`, the ground: what a day is, before any law. Civil dates, public holidays and working days by zone, periods, and
 * the one way from a date to an instant.
 * @packageDocumentation
 */

import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { fr } from 'date-fns/locale/fr';

declare const marque: unique symbol;

/** A civil date `AAAA-MM-JJ` that exists. Two of them compare with `<` as strings, which is their order in time. */
export type DateCivile = string & { readonly [marque]: 'DateCivile' };

/*
 * Arithmetic runs on day numbers (0 = 1 Jan of year 1) and not on date-fns: a scenario asks for some five hundred of these
 * operations and must take less than 100 µs, one `addDays` on a UTC date costs about 2 µs. `dates.test.ts` checks every
 * operation against date-fns. date-fns keeps what is spelled out in letters.
 */
const FORME = /^\d{4}-\d{2}-\d{2}$/;
const CUMUL_MOIS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const LONGUEURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const bissextile = (annee: number): boolean => annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0);

/** Number of days of a month, `mois` from 1 to 12. */
const longueurMois = (annee: number, mois: number): number =>
  mois === 2 && bissextile(annee) ? 29 : (LONGUEURS[mois - 1] as number);

function numeroDe(annee: number, mois: number, jour: number): number {
  const a = annee - 1;
  const avant = a * 365 + Math.floor(a / 4) - Math.floor(a / 100) + Math.floor(a / 400);
  return avant + (CUMUL_MOIS[mois - 1] as number) + (mois > 2 && bissextile(annee) ? 1 : 0) + jour - 1;
}

const DERNIER_NUMERO = numeroDe(9999, 12, 31);

/** Dates already written, from this day on; a lookup is ten times faster in a short list than in one that is nearly all holes. */
const PREMIER_ECRIT = numeroDe(1900, 1, 1);
const ecrites: (DateCivile | undefined)[] = new Array(numeroDe(2200, 1, 1) - PREMIER_ECRIT).fill(undefined);

/** The civil date of a day number; clamped to the years 1 to 9999, the only ones that `AAAA-MM-JJ` can write. */
function depuisNumero(numero: number): DateCivile {
  const connue = ecrites[numero - PREMIER_ECRIT];
  if (connue !== undefined) return connue;
  const n = Math.min(Math.max(numero, 0), DERNIER_NUMERO);
  // Never too late, at times a year too early.
  let annee = Math.floor(n / 365.2425) + 1;
  while (numeroDe(annee + 1, 1, 1) <= n) annee += 1;
  let mois = 12;
  while (numeroDe(annee, mois, 1) > n) mois -= 1;
  const ecrite = ecrire(annee, mois, n - numeroDe(annee, mois, 1) + 1);
  const rang = n - PREMIER_ECRIT;
  if (rang in ecrites) ecrites[rang] = ecrite;
  return ecrite;
}

const ecrire = (annee: number, mois: number, jour: number): DateCivile =>
  `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}` as DateCivile;

const chiffre = (s: string, i: number): number => s.charCodeAt(i) - 48;

/** The year of a date. */
export const annee = (d: DateCivile): number =>
  chiffre(d, 0) * 1000 + chiffre(d, 1) * 100 + chiffre(d, 2) * 10 + chiffre(d, 3);
const mois = (d: DateCivile): number => chiffre(d, 5) * 10 + chiffre(d, 6);
const quantieme = (d: DateCivile): number => chiffre(d, 8) * 10 + chiffre(d, 9);
const numero = (d: DateCivile): number => numeroDe(annee(d), mois(d), quantieme(d));

/** First and last date that can be written. `FIN_DES_TEMPS` also ends a suspension that is still open. */
export const ORIGINE = '0001-01-01' as DateCivile;
export const FIN_DES_TEMPS = '9999-12-31' as DateCivile;

/** Reads a value from outside: `AAAA-MM-JJ` exactly, a day that exists; else null. @see F1 */
export function lireDate(valeur: unknown): DateCivile | null {
  if (typeof valeur !== 'string' || !FORME.test(valeur)) return null;
  const d = valeur as DateCivile;
  const [a, m, q] = [annee(d), mois(d), quantieme(d)];
  return a >= 1 && m >= 1 && m <= 12 && q >= 1 && q <= longueurMois(a, m) ? d : null;
}

/** The same for a value known to be right. @throws RangeError when it is not a civil date. */
export function dateCivile(valeur: string): DateCivile {
  const d = lireDate(valeur);
  if (d === null) throw new RangeError(`« ${valeur} » n'est pas une date AAAA-MM-JJ`);
  return d;
}

/** A delay in days from an event: the event's day is not counted. @see R1 */
export const ajouterJours = (d: DateCivile, jours: number): DateCivile => depuisNumero(numero(d) + jours);

/** Days from `a` to `b`: `b − a`, negative when `b` comes first. */
export const joursEntre = (a: DateCivile, b: DateCivile): number => numero(b) - numero(a);

/** Day of the week, 1 = Monday … 7 = Sunday. */
export const jourSemaine = (d: DateCivile): number => (numero(d) % 7) + 1;

/** Month and year `mois` months later, and its last day; null outside the years that can be written. */
function moisCible(d: DateCivile, decalage: number): { annee: number; mois: number; dernier: number } | null {
  const rang = annee(d) * 12 + mois(d) - 1 + decalage;
  const a = Math.floor(rang / 12);
  const m = (rang % 12) + 1;
  return a < 1 || a > 9999 ? null : { annee: a, mois: m, dernier: longueurMois(a, m) };
}

const borne = (decalage: number): DateCivile => (decalage < 0 ? ORIGINE : FIN_DES_TEMPS);

/** A delay in months from an event: the same quantième, else the last day of that month. @see R1 */
export function ajouterMois(d: DateCivile, decalage: number): DateCivile {
  const cible = moisCible(d, decalage);
  if (cible === null) return borne(decalage);
  return depuisNumero(numeroDe(cible.annee, cible.mois, Math.min(quantieme(d), cible.dernier)));
}

/**
 * Last day of a period of months whose first day is `d`: the eve of the same quantième, or the last day of the target month
 * when it has no such quantième (29 Feb 2024 + 12 months ends on 28 Feb 2025, not on the 27th).
 * @see R1
 */
export function finPeriodeMois(d: DateCivile, duree: number): DateCivile {
  const cible = moisCible(d, duree);
  if (cible === null) return borne(duree);
  const q = quantieme(d);
  const jour = q > cible.dernier ? cible.dernier : q - 1;
  return depuisNumero(numeroDe(cible.annee, cible.mois, jour));
}

export const max = (a: DateCivile, b: DateCivile): DateCivile => (a < b ? b : a);
export const min = (a: DateCivile, b: DateCivile): DateCivile => (b < a ? b : a);

/** Orders dates, for `sort`. */
export const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The month of a date, `AAAA-MM`. */
export const moisDe = (d: DateCivile): string => d.slice(0, 7);

/** Full years lived on a day; born on 29 February, one is a year older on 1 March of common years. @see F13 */
export function age(naissance: DateCivile, le: DateCivile): number {
  const anniversairePasse = le.slice(5) >= naissance.slice(5);
  return annee(le) - annee(naissance) - (anniversairePasse ? 0 : 1);
}

const enDate = (d: DateCivile): TZDate => new TZDate(annee(d), mois(d) - 1, quantieme(d), 'UTC');

/** Thousands of letters say the same few dates, and a date in words costs ten times one in figures. Emptied before it weighs. */
const enLettres = new Map<string, string>();
const DATES_RETENUES = 10_000;

function ecrireEnLettres(d: DateCivile, forme: string): string {
  const cle = `${d} ${forme}`;
  const connue = enLettres.get(cle);
  if (connue !== undefined) return connue;
  const ecrite = format(enDate(d), forme, { locale: fr });
  if (enLettres.size >= DATES_RETENUES) enLettres.clear();
  enLettres.set(cle, ecrite);
  return ecrite;
}

/** "lundi 24 mars 2025", "jeudi 1er mai 2025". */
export const enToutesLettres = (d: DateCivile): string => ecrireEnLettres(d, 'EEEE do MMMM yyyy');

/** "24/03/2025". */
export const enChiffres = (d: DateCivile): string => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(0, 4)}`;

/** "mars 2025" for "2025-03". */
export const moisEnLettres = (m: string): string => ecrireEnLettres(dateCivile(`${m}-01`), 'MMMM yyyy');

/** "de janvier 2026", "d’octobre 2026" */
export const deMois = (m: string): string =>
  moisEnLettres(m).replace(/^[ao]?/, (voyelle) => (voyelle ? `d’${voyelle}` : 'de '));
