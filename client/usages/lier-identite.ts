import { lierIdentite, lireLienEntree } from '../../registre';
import { Refus } from './commun/refus';
import type { Entree } from './entrer';
import { type DepsIdentite, ouvrirAvec, refusDIdentite } from './entrer-par-identite';
import type { Identite } from './identite/fournisseur';

/**
 * Whoever holds a link, which an administrator gave, makes its account enter by the identity that she just proved, instead of a password.
 * The link is then worth nothing.
 * @throws Refus LIEN_ENTREE_INCONNU, IDENTITE_EN_DOUBLE, IDENTITE_PEU_SURE
 */
export async function lierUneIdentite(
  deps: DepsIdentite,
  lien: string,
  identite: Identite,
  maintenant: Date,
): Promise<Entree> {
  const { registre } = deps;
  const compte = await lireLienEntree(registre, lien, maintenant);
  if (compte === null) throw Refus.de('LIEN_ENTREE_INCONNU');
  const refus = refusDIdentite(deps, compte);
  if (refus !== null) throw Refus.de(refus);
  const suite = await lierIdentite(registre, compte.id, identite, maintenant);
  if (suite === 'COMPTE_INCONNU') throw Refus.de('LIEN_ENTREE_INCONNU');
  if (suite !== 'LIEE') throw Refus.de(suite);
  return ouvrirAvec(deps, compte, identite, maintenant);
}
