import { desactiverCompte, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** Closes an account for good, and whatever it had open. @throws Refus COMPTE_INCONNU */
export async function desactiverUnCompte(
  registre: Registre,
  id: string,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (!(await desactiverCompte(registre, id, auteur, maintenant))) throw Refus.de('COMPTE_INCONNU');
}
