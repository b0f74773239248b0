import type { Coffre } from '../../commun/coffre';
import { type Compte, compteDeLIdentite, type Registre, tracer } from '../../registre';
import { Refus } from './commun/refus';
import { type Entree, ouvrirPour } from './entrer';
import type { Fournisseur, Identite } from './identite/fournisseur';

export interface DepsIdentite {
  registre: Registre;
  coffre: Coffre;
  fournisseur: Pick<Fournisseur, 'sur'>;
  /** An administrator enters with a second factor, or not at all. */
  secondFacteurExige: boolean;
}

/**
 * Signs in whoever the provider recognised, when an account was linked with that very identity: neither an address nor a name opens one.
 * Nothing is created.
 * @throws Refus IDENTITE_INCONNUE, IDENTITE_PEU_SURE
 */
export async function entrerParIdentite(deps: DepsIdentite, identite: Identite, maintenant: Date): Promise<Entree> {
  const { registre } = deps;
  const compte = await compteDeLIdentite(registre, identite);
  const refus = compte === null ? 'IDENTITE_INCONNUE' : refusDIdentite(deps, compte);
  if (compte === null || refus !== null) {
    const details = { compte: compte?.id ?? null, par: 'IDENTITE' };
    await tracer(registre, { numero: null, auteur: 'inconnu', acte: 'ENTREE_REFUSEE', details }, maintenant);
    throw Refus.de(refus!);
  }
  return ouvrirAvec(deps, compte, identite, maintenant);
}

/** Why an account does not enter that way, by the code of the catalogue; null when it does. */
export const refusDIdentite = (
  { fournisseur, secondFacteurExige }: Pick<DepsIdentite, 'fournisseur' | 'secondFacteurExige'>,
  { role }: Pick<Compte, 'role'>,
): string | null => (secondFacteurExige && role === 'ADMINISTRATEUR' && !fournisseur.sur ? 'IDENTITE_PEU_SURE' : null);

/** Opens a session that remembers what ends the provider's own. */
export async function ouvrirAvec(
  { registre, coffre }: Pick<DepsIdentite, 'registre' | 'coffre'>,
  compte: Compte,
  { jeton }: Identite,
  maintenant: Date,
): Promise<Entree> {
  return ouvrirPour(registre, compte, 'IDENTITE', maintenant, await coffre.fermer(Buffer.from(jeton)));
}
