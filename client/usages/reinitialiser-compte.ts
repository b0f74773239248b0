import { changerEmpreinte, type Registre } from '../../registre';
import { lienEntree } from './commun/lien-entree';
import { Refus } from './commun/refus';

/**
 * Takes the password of an account away and ends its sessions.
 * @returns the address of the link by which its owner chooses another, from the root of the web tool
 * @throws Refus COMPTE_INCONNU
 */
export async function reinitialiserUnCompte(
  registre: Registre,
  id: string,
  auteur: string,
  maintenant: Date,
): Promise<string> {
  if (!(await changerEmpreinte(registre, { id, empreinte: null }, auteur, maintenant)))
    throw Refus.de('COMPTE_INCONNU');
  return lienEntree(registre, id, maintenant);
}
