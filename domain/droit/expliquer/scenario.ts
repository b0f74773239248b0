import { lireDate } from '../../calendrier/dates';
import { enObjet } from '../../dossier/brut';
import type { Dossier } from '../../dossier/dossier';
import type { Surcharge } from '../../dossier/parametres';
import type { Evenement } from '../../faits/evenements';
import { calculer, type Evaluation, evaluer } from '../calculer';
import { reglements } from '../reglements';
import { sansCsp } from '../regles/derouler';
import { type Explication, expliquer } from '.';

/**
 * Explains a scenario `{dossier, evenements, surcharge?, dateObservation?}` read from anywhere, or one of its keys: never throws,
 * as `calculer` does not.
 * @see REGLES §8
 */
export function expliquerScenario(scenario: unknown, cle?: string): Explication[] {
  const { dossier, evenements, surcharge, dateObservation } = enObjet(scenario);
  const resultat = calculer(scenario);
  // Without a règlement nothing was evaluated: the scenario cannot be read, or none applies.
  const evaluation: Evaluation =
    resultat.reglement === undefined
      ? { ...sansCsp(), resultat, reglement: null, parametres: reglements['csp-2015-v2025'].parametres, adoptes: [] }
      : evaluer(dossier as Dossier, (evenements ?? []) as Evenement[], {
          surcharge: (surcharge ?? {}) as Surcharge,
          dateObservation: lireDate(dateObservation) ?? undefined,
        });
  return expliquer(
    evaluation,
    { dossier: enObjet(dossier), evenements: Array.isArray(evenements) ? evenements : undefined },
    cle,
  );
}
