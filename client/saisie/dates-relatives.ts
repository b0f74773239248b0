import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';

const RELATIVE = /^J(?:([+-])(\d{1,5}))?$/;

/** `J`, `J-12`, `J+3`: a day counted from `aujourdhui`; null when the text is something else. */
export function dateRelative(texte: string, aujourdhui: DateCivile): DateCivile | null {
  const lu = RELATIVE.exec(texte.trim());
  if (lu === null) return null;
  const jours = Number(lu[2] ?? 0);
  return ajouterJours(aujourdhui, lu[1] === '-' ? -jours : jours);
}

/** Replaces every relative day of a JSON value, at any depth, keeping all the rest. */
export function resoudreDates(valeur: unknown, aujourdhui: DateCivile): unknown {
  if (typeof valeur === 'string') return dateRelative(valeur, aujourdhui) ?? valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => resoudreDates(v, aujourdhui));
  if (typeof valeur === 'object' && valeur !== null)
    return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, resoudreDates(v, aujourdhui)]));
  return valeur;
}
