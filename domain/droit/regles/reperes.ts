import {
  age,
  ajouterJours,
  ajouterMois,
  type DateCivile,
  dateCivile,
  finPeriodeMois,
  moisDe,
} from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';

/** Dates that follow from the start of the CSP alone and never move. */
export interface Reperes {
  debutCsp: DateCivile;
  termeInitial: DateCivile;
  finSixiemeMois: DateCivile;
  /** Last day to be hired with a prime, before what extends it; null where there is no prime. */
  finDixiemeMois: DateCivile | null;
  echeancePreBilan: DateCivile;
}

/** Marks are counted from `debutCsp` in one step, never by chaining months. @see R1, R10, R11, F24 */
export const poserReperes = (debutCsp: DateCivile, p: Parametres): Reperes => ({
  debutCsp,
  termeInitial: finPeriodeMois(debutCsp, p.dureeMois),
  finSixiemeMois: finPeriodeMois(debutCsp, p.activiteDebutProlongationMois),
  finDixiemeMois: p.primeMois === null ? null : finPeriodeMois(debutCsp, p.primeMois),
  echeancePreBilan: ajouterJours(debutCsp, p.preBilanJours),
});

/** The period in which days of affiliation are counted. @see R4, F13 */
export function periodeAffiliation(finContrat: DateCivile, naissance: DateCivile, p: Parametres): Periode {
  const mois = age(naissance, finContrat) >= p.praAgeSenior ? p.praMoisSenior : p.praMois;
  return { debut: ajouterMois(ajouterJours(finContrat, 1), -mois), fin: finContrat };
}

const MOIS_AVANT_CONTRIBUTION = 2;

/** The employer pays on the 25th of the second month after the start (décret n° 2013-639, art. 2; C15, art. 25). @see R9 */
export function echeanceContribution(debutCsp: DateCivile): DateCivile {
  const premierDuMois = dateCivile(`${moisDe(debutCsp)}-01`);
  return ajouterJours(ajouterMois(premierDuMois, MOIS_AVANT_CONTRIBUTION), 24);
}
