import { type DateCivile, lireDate } from '../../domain/calendrier/dates';

/** A day as people write it, `AAAA-MM-JJ` or `JJ/MM/AAAA`; null when the text is something else. */
export function lireDateEcrite(texte: string): DateCivile | null {
  const ecrite = texte.trim();
  const [, jour, mois, annee] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(ecrite) ?? [];
  return lireDate(annee === undefined ? ecrite : `${annee}-${mois!.padStart(2, '0')}-${jour!.padStart(2, '0')}`);
}

/** The same for who judges texts: what cannot be read is left as it is written, for the rules to name. */
export const dateSaisie = (texte: string): string => lireDateEcrite(texte) ?? texte;
