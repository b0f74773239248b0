import { type Registre, reglerRappelsActualisation } from '../../registre';
import { Refus } from './commun/refus';

/**
 * Says whether an agency has its people reminded of the actualisations that nobody recorded: one that records none switches it off,
 * or each person would be told every month that nothing is known of hers. The opening of each month is announced as before.
 * @throws Refus AGENCE_INCONNUE
 * @see R20
 */
export async function reglerLesRappelsActualisation(
  registre: Registre,
  reglage: { agence: string; rappels: boolean },
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (!(await reglerRappelsActualisation(registre, reglage, auteur, maintenant)))
    throw Refus.de(`AGENCE_INCONNUE:${reglage.agence}`);
}
