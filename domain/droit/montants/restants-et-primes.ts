import { ajouterJours, type DateCivile, enChiffres, max } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { compter, soustraire } from '../../calendrier/intervalles';
import { allocationJournaliere, sansCsp } from './allocation';
import { type Cas, casLaVeille, contratDe } from './cas';
import {
  AU_CENTIME,
  arrondir,
  type Estime,
  estime,
  euros,
  jours,
  type Montant,
  montant,
  sansObjet,
} from './estimation';

/*
 * One file for two notions: a prime is half of what remains, and what remains is less the primes paid. Each looks at the facts
 * that begin before the other, so that the two always come to an end.
 */

/** Days of allocation left from a day on, and what they make. */
export interface DroitsRestants extends Montant {
  joursRestants: number;
  /** Parts of a prime already paid to someone who came back, taken off. */
  primeDeduiteCentimes: number;
}

/**
 * What is still to be paid from `date` on: the days up to the last one of the CSP, those of suspension left out, times the daily
 * amount, less the parts of a prime already paid to someone who came back. Under twelve months of seniority the days are
 * those of the ARE, when its length is given.
 * @see R31, R24, R16
 */
export function droitsRestants(cas: Cas, date: DateCivile): Estime<DroitsRestants> {
  const { resultat, reglement, montants } = cas;
  const { debutCsp, dateFinCsp, suspensions = [], regimeAsp } = resultat;
  if (!debutCsp || !dateFinCsp) return sansCsp();
  const { sigle } = reglement.vocabulaire;
  if (date > dateFinCsp) return sansObjet(`${sigle} fini le ${enChiffres(dateFinCsp)} : il ne reste rien.`);
  const journalier = allocationJournaliere(cas);
  if (journalier.statut !== 'ESTIME') return journalier;

  const payables = (debut: DateCivile, fin: DateCivile) =>
    debut > fin ? 0 : compter(soustraire([{ debut, fin }], suspensions));
  const depuis = max(date, debutCsp);
  const periode: Periode = { debut: depuis, fin: dateFinCsp };
  const total = compter([periode]);
  const nonSuspendus = payables(depuis, dateFinCsp);
  const comptesAre = regimeAsp === 'ASP_EGALE_ARE' ? montants.dureeAreJours : undefined;
  const resteAre =
    comptesAre === undefined ? nonSuspendus : Math.max(0, comptesAre - payables(debutCsp, ajouterJours(depuis, -1)));
  const joursRestants = Math.min(nonSuspendus, resteAre);
  const brut = joursRestants * journalier.centimes;
  const primeDeduiteCentimes = primeVersee(cas, depuis);
  const centimes = Math.max(0, brut - primeDeduiteCentimes);

  const formule = [
    `Du ${enChiffres(depuis)} au ${enChiffres(dateFinCsp)} : ${jours(total)}`,
    total > nonSuspendus ? `, moins ${jours(total - nonSuspendus)} de suspension, non payés` : '',
    joursRestants < nonSuspendus ? `, ramenés aux ${jours(joursRestants)} d’ARE qui restent` : '',
    ` ; ${jours(joursRestants)} × ${euros(journalier.centimes)} = ${euros(brut)}`,
    primeDeduiteCentimes > 0 ? `, moins ${euros(primeDeduiteCentimes)} de prime déjà versée = ${euros(centimes)}` : '',
    '.',
    regimeAsp === 'ASP_EGALE_ARE' && comptesAre === undefined
      ? ' La durée est celle de l’ARE : faute de dureeAreJours, on compte jusqu’au dernier jour.'
      : '',
  ].join('');
  const source = primeDeduiteCentimes > 0 ? 'R31, R24, R16' : 'R31, R24';
  return estime({ ...montant(centimes, formule, source), joursRestants, primeDeduiteCentimes });
}

/** A prime paid for a job whose trial was broken is deducted from what follows the return. @see R16 (C15, art. 16) */
function primeVersee(cas: Cas, le: DateCivile): number {
  const rentrees = cas.resultat.reintegrations ?? [];
  const parts = primes(cas)
    .filter(({ contratId }) => rentrees.some((r) => r.contratId === contratId))
    .flatMap(({ montant: m }) => (m.statut === 'ESTIME' ? m.versements : []));
  return parts.filter(({ date }) => date <= le).reduce((somme, { centimes }) => somme + centimes, 0);
}

/** One of the two parts of a prime, on the earliest day it is paid. */
export interface Versement {
  date: DateCivile;
  centimes: number;
}

export interface PrimeEstimee {
  contratId: string;
  montant: Estime<Montant & { versements: Versement[] }>;
}

/** Half of the rights that were left on the day of a hire, the facts that follow it unknown. @see R17, R18 */
export function moitieDesDroits(cas: Cas, embauche: DateCivile): Estime<Montant> {
  const veille = casLaVeille(cas, embauche);
  const restants = veille === null ? sansCsp() : droitsRestants(veille, embauche);
  if (restants.statut !== 'ESTIME') return restants;
  const moitie = arrondir(restants.centimes, 2);
  const detail = restants.formule.charAt(0).toLocaleLowerCase('fr') + restants.formule.slice(1);
  const formule = `Droits restants au ${enChiffres(embauche)} : ${detail} La moitié : ${euros(moitie)} (${AU_CENTIME}).`;
  return estime(montant(moitie, formule, restants.source));
}

/** Grounds of refusal of a prime, in a few words. @see R17 */
const phrasesRefus: Readonly<Record<string, string>> = {
  APRES_DIXIEME_MOIS: 'embauche après le dixième mois',
  ANCIENNETE_INSUFFISANTE: 'ancienneté insuffisante',
  PSP_NON_VALIDE: 'plan (PSP) non validé au jour de l’embauche',
  DEJA_ATTRIBUEE: 'prime déjà attribuée pour un autre emploi',
};

/**
 * The prime of each durable job: half of the remaining rights in two equal parts; an odd centime goes with the first. A second part
 * without a date is lost: the job ended before it.
 * @see R17
 */
export const primes = (cas: Cas): PrimeEstimee[] =>
  (cas.resultat.primes ?? []).map(({ contratId, statut, refus, limiteDemande, premierVersement, secondVersement }) => {
    const contrat = contratDe(cas, contratId);
    if (contrat === undefined) return { contratId, montant: sansCsp() };
    if (statut === 'REFUSEE')
      return {
        contratId,
        montant: sansObjet(`Refusée : ${refus.map((code) => phrasesRefus[code] ?? code).join(', ')}.`),
      };
    if (statut === 'FORCLOSE')
      return { contratId, montant: sansObjet(`Demandée après le ${enChiffres(limiteDemande)} : trop tard.`) };
    const moitie = moitieDesDroits(cas, contrat.debut);
    if (moitie.statut !== 'ESTIME') return { contratId, montant: moitie };

    const second = Math.floor(moitie.centimes / 2);
    const premier = moitie.centimes - second;
    const versements = [
      ...(premierVersement === null ? [] : [{ date: premierVersement, centimes: premier }]),
      ...(secondVersement === null ? [] : [{ date: secondVersement, centimes: second }]),
    ];
    const parts = `Deux parts : ${euros(premier)} et ${euros(second)}`;
    const suite =
      statut === 'NON_DEMANDEE'
        ? `, à demander au plus tard le ${enChiffres(limiteDemande)}.`
        : secondVersement === null
          ? ', la seconde perdue : l’emploi a cessé avant.'
          : '.';
    const centimes = statut === 'RECEVABLE' ? versements.reduce((s, v) => s + v.centimes, 0) : moitie.centimes;
    const m = montant(centimes, `${moitie.formule} ${parts}${suite}`, `R17, S003, ${moitie.source}`);
    return { contratId, montant: estime({ ...m, versements }) };
  });
