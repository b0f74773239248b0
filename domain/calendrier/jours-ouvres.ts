import { ajouterJours, type DateCivile, FIN_DES_TEMPS, jourSemaine, ORIGINE } from './dates';
import { estFerie } from './jours-feries';

/** Monday to Friday, and not férié in the dossier's zone. @see R2 */
export const estOuvre = (d: DateCivile, residence: string): boolean => jourSemaine(d) <= 5 && !estFerie(d, residence);

/** The day itself when it is ouvré, else the last ouvré day before it. */
export function ouvrePrecedentOuEgal(d: DateCivile, residence: string): DateCivile {
  let jour = d;
  while (!estOuvre(jour, residence) && jour > ORIGINE) jour = ajouterJours(jour, -1);
  return jour;
}

/** The day itself when it is ouvré, else the first ouvré day after it. */
export function ouvreSuivantOuEgal(d: DateCivile, residence: string): DateCivile {
  let jour = d;
  while (!estOuvre(jour, residence) && jour < FIN_DES_TEMPS) jour = ajouterJours(jour, 1);
  return jour;
}

/** The `n`th ouvré day after `d` (before it when `n` is negative); `d` itself is not counted and need not be ouvré. */
export function ajouterJoursOuvres(d: DateCivile, n: number, residence: string): DateCivile {
  const pas = Math.sign(n);
  let jour = d;
  for (let restants = Math.abs(n); restants > 0; restants -= 1) {
    const voisin = ajouterJours(jour, pas);
    jour = pas > 0 ? ouvreSuivantOuEgal(voisin, residence) : ouvrePrecedentOuEgal(voisin, residence);
  }
  return jour;
}
