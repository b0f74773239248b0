import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Depart } from '../../usages/identite/fournisseur';
import type { DependancesWeb } from '../dependances';
import { nomCookie, optionsCookie } from './cookie';

/** Someone who is at the identity provider: nothing of her is kept here, her browser holds it, closed. */
export interface EnChemin extends Depart {
  /** Where she was going. */
  suite?: string;
  /** The link that she holds, by which an account takes the identity that she proves. */
  lien?: string;
}

/** Long enough to find one's phone and its code. */
const DUREE_SECONDES = 15 * 60;
/** What a cookie holds, closed: a longer address is gone back to by hand. */
const SUITE_MAX = 1_000;

const nom = ({ porte }: Pick<DependancesWeb, 'porte'>): string => nomCookie(porte, 'entree');

export async function garderEnChemin(deps: DependancesWeb, c: Context, { suite, ...reste }: EnChemin): Promise<void> {
  const expireLe = deps.maintenant().getTime() + DUREE_SECONDES * 1_000;
  const dit = { ...reste, ...(suite !== undefined && suite.length <= SUITE_MAX ? { suite } : {}), expireLe };
  const ferme = await deps.porte.coffre.fermer(Buffer.from(JSON.stringify(dit)));
  setCookie(c, nom(deps), ferme, { ...optionsCookie(deps.porte), maxAge: DUREE_SECONDES });
}

/** What this browser left with, once; null when it left with nothing, too long ago, or brings back what is not ours. */
export async function reprendreEnChemin(deps: DependancesWeb, c: Context): Promise<EnChemin | null> {
  const ferme = getCookie(c, nom(deps));
  if (ferme === undefined) return null;
  deleteCookie(c, nom(deps), optionsCookie(deps.porte));
  try {
    const { expireLe, ...dit } = JSON.parse(Buffer.from(await deps.porte.coffre.ouvrir(ferme)).toString());
    return expireLe > deps.maintenant().getTime() ? dit : null;
  } catch {
    return null;
  }
}
