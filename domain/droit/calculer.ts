/**
 * Room `droit`: the law. A dossier and its facts go in, dates and their reasons come out; rules, règlements, explanations, amounts
 * and the study of a change.
 * @packageDocumentation
 */

import { type DateCivile, lireDate } from '../calendrier/dates';
import { type Brut, estObjet } from '../dossier/brut';
import type { Dossier } from '../dossier/dossier';
import type { NomParametre, Parametres, Surcharge } from '../dossier/parametres';
import type { Resultat } from '../dossier/resultat';
import type { CodeErreur } from '../faits/erreurs';
import type { Evenement } from '../faits/evenements';
import { choisirReglement, type Reglement, reglements } from './reglements';
import { type Deroulement, derouler, sansCsp } from './regles/derouler';
import { erreursSurcharge, validerDossier } from './regles/validation';

/** A result with what its explanation needs. */
export interface Evaluation extends Deroulement {
  /** Null when none applies. */
  reglement: Reglement | null;
  /** The values of the règlement under the surcharge; those of the latest one when none applies. */
  parametres: Parametres;
  /** Parameters that the scenario laid over the règlement, by name. */
  adoptes: NomParametre[];
}

export interface OptionsEvaluation {
  surcharge?: Surcharge;
  dateObservation?: DateCivile;
}

const illisible = (): Resultat => ({ valide: false, erreurs: ['SCENARIO_ILLISIBLE'] });

const ineligible = (erreurs: CodeErreur[], reglement?: Reglement | null): Resultat => ({
  valide: false,
  erreurs,
  ...(reglement && { reglement: reglement.nom }),
  etatFinal: 'INELIGIBLE',
});

/**
 * Answers a scenario `{dossier, evenements, surcharge?, dateObservation?}` read from anywhere: never throws.
 * @see REGLES §8, F1
 */
export function calculer(scenario: unknown): Resultat {
  if (!estObjet(scenario) || !estObjet(scenario.dossier)) return illisible();
  const dateObservation = scenario.dateObservation ?? null;
  const observeLe = lireDate(dateObservation);
  if (dateObservation !== null && observeLe === null) return ineligible(['DATE_INVALIDE:dateObservation']);
  const evenements = scenario.evenements ?? [];
  const surcharge = scenario.surcharge ?? {};
  if (!Array.isArray(evenements) || !estObjet(surcharge)) return illisible();
  return repondre(scenario.dossier, evenements, surcharge, observeLe).resultat;
}

/** The same for values already read, with what its explanation needs. @see F39 for `dateObservation` */
export const evaluer = (
  dossier: Dossier,
  evenements: readonly Evenement[],
  { surcharge = {}, dateObservation }: OptionsEvaluation = {},
): Evaluation => repondre(dossier, evenements, surcharge, dateObservation ?? null);

/** Règlement, surcharge, dossier: each may refuse; then the journey unrolls. @see F2, F4, F5 */
function repondre(
  champs: Brut,
  evenements: readonly unknown[],
  surcharge: Brut,
  observeLe: DateCivile | null,
): Evaluation {
  const reglement = choisirReglement(champs);
  if (reglement === null) {
    const { parametres } = reglements['csp-2015-v2025'];
    return { ...sansCsp(), resultat: ineligible(['AUCUN_REGLEMENT']), reglement, parametres, adoptes: [] };
  }
  const refusSurcharge = erreursSurcharge(surcharge);
  if (refusSurcharge.length > 0) return refuser(refusSurcharge, reglement, reglement.parametres);
  const parametres: Parametres = { ...reglement.parametres, ...surcharge };
  const lecture = validerDossier(champs, parametres);
  if (!lecture.ok) return refuser(lecture.erreurs, reglement, parametres);

  return {
    ...derouler(lecture.dossier, evenements, reglement.nom, parametres, observeLe),
    reglement,
    parametres,
    adoptes: Object.keys(surcharge) as NomParametre[],
  };
}

const refuser = (erreurs: CodeErreur[], reglement: Reglement, parametres: Parametres): Evaluation => ({
  ...sansCsp(),
  resultat: ineligible(erreurs, reglement),
  reglement,
  parametres,
  adoptes: [],
});
