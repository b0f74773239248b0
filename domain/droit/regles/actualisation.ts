import { ajouterJours, ajouterMois, type DateCivile, dateCivile, moisDe } from '../../calendrier/dates';
import type { Resultat } from '../../dossier/resultat';

/** Each month touched by the CSP opens on its 28th (26th in February) and closes on the 15th of the next. @see R20, F25 */
export function actualisations(debutCsp: DateCivile, dateFinCsp: DateCivile): NonNullable<Resultat['actualisations']> {
  const mois: NonNullable<Resultat['actualisations']> = [];
  let premier = dateCivile(`${moisDe(debutCsp)}-01`);
  while (premier <= dateFinCsp && debutCsp <= dateFinCsp) {
    const suivant = ajouterMois(premier, 1);
    const jourOuverture = premier.slice(5, 7) === '02' ? 26 : 28;
    mois.push({
      mois: moisDe(premier),
      ouverture: ajouterJours(premier, jourOuverture - 1),
      cloture: ajouterJours(suivant, 14),
    });
    if (moisDe(suivant) <= moisDe(premier)) break;
    premier = suivant;
  }
  return mois;
}
