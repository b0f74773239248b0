import { type DateCivile, finPeriodeMois } from '../../calendrier/dates';
import { sansCsp } from './allocation';
import { type Cas, contratDe } from './cas';
import { absents, type Estime, estime, euros, inconnu, type Montant, montant, sansObjet } from './estimation';
import { moitieDesDroits } from './restants-et-primes';

export interface IdrEstimee {
  contratId: string;
  montant: Estime<Montant & { mensuelCentimes: number; mois: number; plafondCentimes: number }>;
}

const MOIS_MAX = 12;

/** The reference salary of a month, as the IDR counts it: thirty days of it. */
const JOURS_DU_MOIS = 30;

/** The drop in pay from which the IDR is owed, in per cent, where a règlement asks for one. @see R18 */
const BAISSE_MINIMALE: Readonly<Record<string, number>> = { 'csp-2011': 15 };

/** Full months of a job, twelve at most. */
function moisPleins(debut: DateCivile, fin: DateCivile): number {
  let mois = 0;
  while (mois < MOIS_MAX && finPeriodeMois(debut, mois + 1) <= fin) mois += 1;
  return mois;
}

/**
 * What the monthly reference salary exceeds the new gross wage by, for the full months of the job up to twelve, and half of the remaining rights at most.
 * @see R18
 */
export const idr = (cas: Cas): IdrEstimee[] =>
  (cas.resultat.idr ?? []).map(({ contratId, eligible }) => ({
    contratId,
    montant: estimer(cas, contratId, eligible),
  }));

function estimer(cas: Cas, contratId: string, eligible: boolean): IdrEstimee['montant'] {
  const contrat = contratDe(cas, contratId);
  if (contrat === undefined) return sansCsp();
  if (!eligible)
    return sansObjet('L’IDR n’est pas due : embauche après le terme initial, ou prime accordée pour le même emploi.');
  const { salaireJournalierReferenceCentimes: journalier, salaireMensuelNouveauCentimes: nouveau } = cas.montants;
  if (journalier === undefined || nouveau === undefined)
    return inconnu(absents(cas.montants, ['salaireJournalierReferenceCentimes', 'salaireMensuelNouveauCentimes']));
  const ancien = JOURS_DU_MOIS * journalier;
  const mensuelCentimes = ancien - nouveau;
  const difference = `${JOURS_DU_MOIS} × ${euros(journalier)} de salaire journalier de référence − ${euros(nouveau)} = ${euros(Math.max(0, mensuelCentimes))} par mois`;
  if (mensuelCentimes <= 0) return sansObjet('Le nouvel emploi est payé autant ou plus : il n’y a pas de différence.');
  const seuil = BAISSE_MINIMALE[cas.reglement.nom] ?? 0;
  if (mensuelCentimes * 100 < ancien * seuil)
    return sansObjet(`${difference} : la baisse n’atteint pas ${seuil} % du salaire de référence.`);
  const plafond = moitieDesDroits(cas, contrat.debut);
  if (plafond.statut !== 'ESTIME') return plafond;

  const mois = moisPleins(contrat.debut, contrat.finReelle);
  const somme = mensuelCentimes * mois;
  const centimes = Math.min(somme, plafond.centimes);
  const calcul = `${difference}, × ${mois} mois pleins (${MOIS_MAX} au plus) = ${euros(somme)}`;
  const suite =
    centimes < somme
      ? `, ramenés au plafond de ${euros(plafond.centimes)}.`
      : `, sous le plafond de ${euros(plafond.centimes)}.`;
  const formule = `${calcul}${suite} Plafond : ${plafond.formule}`;
  return estime({
    ...montant(centimes, formule, `R18, S003, page IDR de France Travail, ${plafond.source}`),
    mensuelCentimes,
    mois,
    plafondCentimes: plafond.centimes,
  });
}
