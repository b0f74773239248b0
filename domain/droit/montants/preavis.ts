import { sansCsp } from './allocation';
import type { Cas } from './cas';
import {
  AU_CENTIME,
  absents,
  type Estime,
  estime,
  euros,
  inconnu,
  type Montant,
  montant,
  sansObjet,
} from './estimation';

/** The pay of the notice that the CSP leaves out: who receives what. */
export interface PreavisEstime {
  total: Montant;
  aLaPersonne: Montant;
  aFranceTravail: Montant;
}

const ANCIENNETE_MOIS = 12;
/** Months of notice that finance the CSP. */
const MOIS_FINANCEMENT = 3;

/**
 * What the pay of the notice becomes: all of it to the person under twelve months of seniority; else the first three months to
 * France Travail, which they finance the CSP with, and the rest to the person.
 * @see S002, "Indemnité de préavis"
 */
export function preavis({ resultat, montants, ancienneteMois }: Cas): Estime<PreavisEstime> {
  if (resultat.decision !== 'ACCEPTATION')
    return sansObjet('Le CSP n’est pas accepté : le préavis suit le droit commun du licenciement.');
  if (!resultat.debutCsp) return sansCsp();
  const { preavisMois, salaireMensuelBrutCentimes: salaire } = montants;
  if (preavisMois === undefined || salaire === undefined)
    return inconnu(absents(montants, ['preavisMois', 'salaireMensuelBrutCentimes']));
  const moisVerses = ancienneteMois < ANCIENNETE_MOIS ? 0 : Math.min(preavisMois, MOIS_FINANCEMENT);
  const total = Math.round(preavisMois * salaire);
  const verse = Math.round(moisVerses * salaire);
  const mois = (n: number) => `${String(n).replace('.', ',')} mois × ${euros(salaire)} =`;
  const pourquoi =
    ancienneteMois < ANCIENNETE_MOIS
      ? 'moins de 12 mois d’ancienneté, la personne reçoit tout son préavis'
      : 'à partir de 12 mois d’ancienneté, jusqu’à 3 mois de préavis financent le CSP et la personne reçoit le reste';
  const dire = (n: number, centimes: number) =>
    montant(centimes, `${mois(n)} ${euros(centimes)} (${AU_CENTIME}) : ${pourquoi}.`, 'S002');
  return estime({
    total: montant(total, `${mois(preavisMois)} ${euros(total)} (${AU_CENTIME}).`, 'S002'),
    aLaPersonne: dire(preavisMois - moisVerses, total - verse),
    aFranceTravail: dire(moisVerses, verse),
  });
}
