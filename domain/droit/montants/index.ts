/** Estimates of what is owed, in whole centimes, each with its formula: never an amount that commits anyone. */
import { type DateCivile, enChiffres } from '../../calendrier/dates';
import { allocationJournaliere, sansCsp } from './allocation';
import { lireCas, type ScenarioChiffre } from './cas';
import { type Estime, estime, type Montant, sansObjet } from './estimation';
import { type IdrEstimee, idr } from './idr';
import type { Montants } from './montants';
import { type PreavisEstime, preavis } from './preavis';
import { type DroitsRestants, droitsRestants, type PrimeEstimee, primes } from './restants-et-primes';

export type { ScenarioChiffre } from './cas';
export { type Estime, euros, type Montant } from './estimation';
export { libellesMontants, lireMontants, type Montants } from './montants';

export interface Droits {
  estimation: true;
  /** The day from which rights are counted. */
  date: DateCivile;
  reglement: string;
  regimeAsp: 'ASP_75' | 'ASP_EGALE_ARE' | null;
  allocationJournaliere: Estime<Montant>;
  droitsRestants: Estime<DroitsRestants>;
  primes: PrimeEstimee[];
  idr: IdrEstimee[];
  /** When the employer pays France Travail. @see R9 */
  contributionEmployeur: Estime<{ date: DateCivile; formule: string; source: string }>;
  preavis: Estime<PreavisEstime>;
}

/** No CSP, or a person of less than a year in the company, who receives her notice pay herself. @see R9 */
const sansContribution = (debutCsp: DateCivile | null) =>
  debutCsp === null
    ? sansCsp()
    : sansObjet('Moins de 12 mois d’ancienneté : l’employeur ne doit rien à France Travail.');

/**
 * The rights of a scenario on a day, as estimates. Null when the dossier is not valid.
 * @see R9, R16, R17, R18, R31, S002, S003
 */
export function estimerDroits(scenario: ScenarioChiffre, montants: Montants, date: DateCivile): Droits | null {
  const cas = lireCas(scenario, montants);
  if (cas === null) return null;
  const { resultat, reglement } = cas;
  const echeance = resultat.echeanceContributionEmployeur ?? null;
  return {
    estimation: true,
    date,
    reglement: reglement.nom,
    regimeAsp: resultat.regimeAsp ?? null,
    allocationJournaliere: allocationJournaliere(cas),
    droitsRestants: droitsRestants(cas, date),
    primes: primes(cas),
    idr: idr(cas),
    contributionEmployeur:
      echeance === null
        ? sansContribution(resultat.debutCsp ?? null)
        : estime({
            date: echeance,
            formule: `Le 25 du deuxième mois civil après le début du ${enChiffres(resultat.debutCsp as DateCivile)}.`,
            source: 'R9',
          }),
    preavis: preavis(cas),
  };
}
