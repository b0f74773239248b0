import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  dateCivile,
  joursEntre,
  moisDe,
} from '../../../domain/calendrier/dates';
import { duree, type Periode } from '../../../domain/calendrier/intervalles';

/** Where a day begins in a picture, in hundredths of its width: it has no size of its own, a phone or a sheet give it one. */
export const abscisse = (cadre: Periode, jour: DateCivile): number =>
  arrondir((100 * joursEntre(cadre.debut, jour)) / duree(cadre));

/** Where the middle of a day is. */
export const milieu = (cadre: Periode, jour: DateCivile): number =>
  arrondir((100 * (joursEntre(cadre.debut, jour) + 0.5)) / duree(cadre));

/** How wide a period is, its last day included. */
export const largeur = (cadre: Periode, { debut, fin }: Periode): number =>
  arrondir(abscisse(cadre, ajouterJours(fin, 1)) - abscisse(cadre, debut));

const arrondir = (nombre: number): number => Math.round(nombre * 100) / 100;

/** A month that the axis names. */
export interface Graduation {
  date: DateCivile;
  /** "01/2026" */
  nom: string;
}

/** Names that stand beside each other on the narrowest screen. */
const NOMS_MAX = 4;
const PAS = [1, 2, 3, 6, 12, 24];

/** First days of months along a picture, few enough to be read: each, or each third counted from January… */
export function graduations(cadre: Periode): Graduation[] {
  const mois: DateCivile[] = [];
  for (let m = ajouterMois(dateCivile(`${moisDe(cadre.debut)}-01`), 1); m <= cadre.fin; m = ajouterMois(m, 1))
    mois.push(m);
  const rang = (d: DateCivile) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1;
  const pas = PAS.find((p) => mois.filter((m) => rang(m) % p === 0).length <= NOMS_MAX) ?? PAS.at(-1)!;
  return mois
    .filter((m) => rang(m) % pas === 0)
    .map((date) => ({ date, nom: `${date.slice(5, 7)}/${date.slice(0, 4)}` }));
}
