import { type DateCivile, finPeriodeMois, lireDate, moisEnLettres } from '../../domain/calendrier/dates';

/** Day, month, year, whatever stands between them: `1/12/26`, `01.12.2026`, `1 - 12 - 2026`. */
const FRANCAISE = /^(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4}|\d{2})$/;
/** The same in a row, as a numeric keypad without a slash gives it: `011226`, `01122026`. */
const D_UN_TRAIT = /^(\d{2})(\d{2})(\d{2}|(?:19|20|21)\d{2})$/;
/** What the calendar of a browser gives; a year of two figures typed into it stays as it stands: `0026-12-01`. */
const ISO = /^(?:00(\d{2})|(\d{4}))-(\d{2})-(\d{2})$/;

/** Years of two figures are of this century before 40: no CSP ends later, and nobody born before 1940 enters one. */
const SIECLE_NOUVEAU = 40;

const enQuatre = (annee: string): string =>
  annee.length === 4 ? annee : `${Number(annee) < SIECLE_NOUVEAU ? '20' : '19'}${annee}`;

/** Day, month and year as they are written, in figures; null when the text is something else. */
function decomposer(ecrite: string): { jour: string; mois: string; annee: string } | null {
  const [, jour, mois, annee] = FRANCAISE.exec(ecrite) ?? D_UN_TRAIT.exec(ecrite) ?? [];
  if (annee !== undefined)
    return { jour: jour!.padStart(2, '0'), mois: mois!.padStart(2, '0'), annee: enQuatre(annee) };
  const [, deux, quatre, m, j] = ISO.exec(ecrite) ?? [];
  return m === undefined ? null : { jour: j!, mois: m, annee: quatre ?? enQuatre(deux!) };
}

/** A day as people write it, `AAAA-MM-JJ` or in French order, the year in two or four figures; null when the text is something else. */
export function lireDateEcrite(texte: string): DateCivile | null {
  const lue = decomposer(texte.trim());
  return lue === null ? null : lireDate(`${lue.annee}-${lue.mois}-${lue.jour}`);
}

/** The same for who judges texts: what cannot be read is left as it is written, for the rules to name. */
export const dateSaisie = (texte: string): string => lireDateEcrite(texte) ?? texte;

const COMMENT = 'Écrivez le jour, le mois et l’année, comme 1/12/26 ou 01/12/2026.';

/** Two days given for one: as no reader takes it, it is refused with both under the eyes of who gave them. */
export const deuxJours = (un: string, autre: string): string => `${un} ou ${autre}`;

/** Why a text is no day, for who typed it. */
export function fauteDeDate(texte: string): string {
  if (/\d ou \d/.test(texte)) return 'Deux jours sont donnés : gardez-en un seul.';
  const lue = decomposer(texte.trim());
  if (lue === null) return COMMENT;
  const { jour, mois, annee } = lue;
  const premier = lireDate(`${annee}-${mois}-01`);
  if (premier === null)
    return `Cette date n’existe pas : il n’y a pas de mois ${mois}. Le jour vient d’abord, puis le mois.`;
  const dernier = finPeriodeMois(premier, 1).slice(8);
  return `Cette date n’existe pas : il n’y a pas de ${jour} en ${moisEnLettres(premier.slice(0, 7))}, qui finit le ${dernier}.`;
}
