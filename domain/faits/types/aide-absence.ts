import type { Parametres } from '../../dossier/parametres';
import type { CauseProlongation } from '../../dossier/resultat';
import { compte } from './nombres';

/** What an absence does under a règlement: how far its cause pushes the term, if it does. @see R15 */
export const aideAbsence =
  (cause: CauseProlongation) =>
  ({ prolongations }: Pick<Parametres, 'prolongations'>): string => {
    const plafond = prolongations[cause];
    if (plafond === undefined) return 'Suspend le CSP sans le prolonger.';
    if ('parEvenement' in plafond) return 'Suspend le CSP et le prolonge de la durée légale.';
    if ('mois' in plafond) return `Suspend le CSP et le prolonge, ${compte(plafond.mois, 'mois')} au plus en tout.`;
    return `Suspend le CSP et le prolonge, ${plafond.jours} jour${plafond.jours > 1 ? 's' : ''} au plus.`;
  };
