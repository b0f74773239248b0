import { causesProlongation, type Parametres, type Plafond } from '../../../domain/dossier/parametres';
import type { CauseProlongation } from '../../../domain/dossier/resultat';
import { titreCause } from '../../../domain/faits/causes';
import { type Texte, t } from '../../texte';

const titre = (cause: CauseProlongation, p: Parametres): string =>
  cause === 'ACTIVITE' ? `${titreCause(cause)} après le ${p.activiteDebutProlongationMois}e mois` : titreCause(cause);

function limite(plafond: Plafond): string {
  if ('mois' in plafond) return `dans la limite de ${plafond.mois}\u00a0mois supplémentaires`;
  if ('jours' in plafond) return 'pendant les périodes où elle est versée';
  return 'dans la limite de la durée légale de ce congé';
}

/** Causes that push the end of the journey, each with its cap in words. @see R15 */
export const plafondEnClair = (p: Parametres): Texte[] =>
  causesProlongation.flatMap((cause) => {
    const plafond = p.prolongations[cause];
    return plafond ? [t`${titre(cause, p)}, ${limite(plafond)}.`] : [];
  });
