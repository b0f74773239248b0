import { creerLienEntree, type Registre } from '../../../registre';

/** Two days: the time to be at one's desk, not to lie about in a mailbox. */
export const LIEN_ENTREE_MS = 48 * 3_600_000;

/** The address, from the root of the web tool, by which an account chooses its password. */
export async function lienEntree(registre: Registre, compte: string, maintenant: Date): Promise<string> {
  const expireLe = new Date(maintenant.getTime() + LIEN_ENTREE_MS);
  return `/entree/lien/${await creerLienEntree(registre, { compte, expireLe })}`;
}
