import { annee, enChiffres, FIN_DES_TEMPS, moisEnLettres } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';

/** "24/03/2025", the only way a sentence writes a date in figures. */
export const le = enChiffres;

/** "1 jour", "10 jours". */
export const jours = (n: number): string => `${n} jour${n > 1 ? 's' : ''}`;

const moisEcrits = new Map<string, string>();

/** "mars 2025", spelled out once: every explanation of a year of declarations asks for the same months. */
export function mois(m: string): string {
  const connu = moisEcrits.get(m) ?? moisEnLettres(m);
  moisEcrits.set(m, connu);
  return connu;
}

/** "6e", "1er". */
export const rang = (n: number): string => (n === 1 ? '1er' : `${n}e`);

/** "a, b et c". */
export const enumerer = (liste: readonly string[], lien = 'et'): string =>
  liste.length < 2 ? liste.join() : `${liste.slice(0, -1).join(', ')} ${lien} ${liste.at(-1)}`;

/** "du 01/06 au 10/06/2025", "le 01/06/2025", "à partir du 01/06/2025" when nothing ends it. */
export function periode({ debut, fin }: Periode): string {
  if (fin === FIN_DES_TEMPS) return `à partir du ${le(debut)}`;
  if (debut === fin) return `le ${le(debut)}`;
  const premier = annee(debut) === annee(fin) ? le(debut).slice(0, 5) : le(debut);
  return `du ${premier} au ${le(fin)}`;
}

/** "et", "du … au …, du … au … et le …". */
export const periodes = (liste: readonly Periode[]): string => enumerer(liste.map(periode));

/** "Le 18/04/2025". */
export const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);

export const minuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1);
