import { changerEmpreinte, lireLienEntree, type Registre } from '../../registre';
import { hacher, refusDuMotDePasse } from './commun/mot-de-passe';
import { Refus } from './commun/refus';
import { type Entree, ouvrirPour } from './entrer';

/**
 * Whoever holds a link chooses the password of its account, and is signed in. The link is then worth nothing.
 * @throws Refus LIEN_ENTREE_INCONNU, MOTS_DE_PASSE_DIFFERENTS, MOT_DE_PASSE_…
 */
export async function choisirMotDePasse(
  registre: Registre,
  lien: string,
  { motDePasse, encore }: { motDePasse: string; encore: string },
  maintenant: Date,
): Promise<Entree> {
  const compte = await lireLienEntree(registre, lien, maintenant);
  if (compte === null) throw Refus.de('LIEN_ENTREE_INCONNU');
  const refus = refusDuMotDePasse(motDePasse, compte);
  if (refus !== null) throw Refus.de(refus);
  if (motDePasse !== encore) throw Refus.de('MOTS_DE_PASSE_DIFFERENTS');
  const empreinte = await hacher(motDePasse);
  if (!(await changerEmpreinte(registre, { id: compte.id, empreinte }, compte.id, maintenant)))
    throw Refus.de('LIEN_ENTREE_INCONNU');
  return ouvrirPour(registre, compte, 'LIEN', maintenant);
}
