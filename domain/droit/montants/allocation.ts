import { bornes } from './bornes';
import type { Cas } from './cas';
import {
  AU_CENTIME,
  absents,
  arrondir,
  type Estime,
  estime,
  euros,
  inconnu,
  type Montant,
  montant,
  sansObjet,
} from './estimation';

/** S002 and S003 give this rate for the CSP of 2015. @see R31 */
const TAUX_CSP_2015 = 75;
const REGLEMENTS_A_75: readonly string[] = ['csp-2015-v2015', 'csp-2015-v2019', 'csp-2015-v2021', 'csp-2015-v2025'];

/** Nothing is paid without a CSP. */
export const sansCsp = () => sansObjet('Aucune date de début de CSP n’est connue : rien n’est dû.');

/**
 * The allocation of one day: 75 % of the reference salary, never above the highest ARE nor under its least amount nor under the
 * person's own ARE, or the ARE itself under twelve months of
 * seniority. The rate of a règlement that S002 and S003 do not speak of is asked for, not guessed.
 * @see R31
 */
export function allocationJournaliere({ resultat, reglement, montants }: Cas): Estime<Montant> {
  const allocation = reglement.vocabulaire.allocation.sigle;
  const { areJournaliereCentimes: are, salaireJournalierReferenceCentimes: salaire } = montants;
  if (resultat.regimeAsp === undefined) return sansCsp();
  if (resultat.regimeAsp === 'ASP_EGALE_ARE') {
    if (are === undefined) return inconnu(['areJournaliereCentimes']);
    const formule = `Moins de 12 mois d’ancienneté : ${allocation} égale à l’ARE, ${euros(are)} par jour.`;
    return estime(montant(are, formule, 'R31, S002, S003'));
  }
  const taux = montants.tauxAspPourCent ?? (REGLEMENTS_A_75.includes(reglement.nom) ? TAUX_CSP_2015 : undefined);
  if (taux === undefined || salaire === undefined || are === undefined) {
    const manque = absents(montants, ['salaireJournalierReferenceCentimes', 'areJournaliereCentimes']);
    return inconnu(taux === undefined ? [...manque, 'tauxAspPourCent'] : manque);
  }
  const part = arrondir(salaire * taux, 100);
  const calcul = `${taux} % du salaire journalier de référence de ${euros(salaire)} = ${euros(part)} (${AU_CENTIME})`;
  const source = montants.tauxAspPourCent === undefined ? 'R31, S002, S003' : 'R31, taux donné';
  const entre = bornes(montants, resultat.debutCsp!);
  if (entre.statut !== 'ESTIME') return entre;
  const { minimum, maximum } = entre;
  const porte = (centimes: number, pourquoi: string) =>
    estime(montant(centimes, `${calcul}${pourquoi}`, `${source}, ${entre.source}`));
  if (part > maximum) return porte(maximum, `, plus que le maximum : ${allocation} ramenée à ${euros(maximum)}.`);
  if (part < Math.max(are, minimum))
    return are >= minimum
      ? porte(are, `, moins que l’ARE : ${allocation} portée à l’ARE, ${euros(are)}.`)
      : porte(minimum, `, moins que le minimum : ${allocation} portée à ${euros(minimum)}.`);
  return porte(part, `, au moins l’ARE de ${euros(are)}, entre ${euros(minimum)} et ${euros(maximum)}.`);
}
