import type { Context } from 'hono';
import { Refus } from '../../usages/commun/refus';
import type { DependancesWeb } from '../dependances';
import { versBrouillon } from './brouillon-demande';
import type { Brouillon } from './brouillons';

/** Where one goes once it is done, and where the form says again what was typed when it is refused. */
interface Adresses {
  suite: string | (() => Promise<string>);
  formulaire: string;
}

/** Does what a form asks for, else shows that form again with what was typed and why it was refused. */
export async function agirOuRedire(
  deps: DependancesWeb,
  c: Context,
  { numero, saisie }: Pick<Brouillon, 'numero' | 'saisie'>,
  { suite, formulaire }: Adresses,
  agir: () => Promise<unknown>,
): Promise<Response> {
  try {
    await agir();
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    return versBrouillon(deps, c, formulaire, { numero, saisie, refus: erreur.erreurs });
  }
  return c.redirect(typeof suite === 'string' ? suite : await suite(), 303);
}
