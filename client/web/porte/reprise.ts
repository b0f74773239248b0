import type { Context } from 'hono';
import type { Compte, Session } from '../../../registre';
import type { Saisie } from '../../saisie/formulaire';
import { lireFormulaire } from '../commun/recevoir';
import type { DependancesWeb } from '../dependances';

/** Other drafts are kept by account and dossier; what waits for a login, by its account and by the address it was sent to. */
const cleDe = ({ id }: Pick<Compte, 'id'>, vers: string): string => `${id} ${vers}`;

/**
 * Keeps what was sent once the session had ended.
 * @returns the address that gives it back, to the same account alone; `/` for a stranger, of whom nothing is kept
 */
export async function garderLaSaisie({ brouillons }: DependancesWeb, c: Context, session: Session): Promise<string> {
  if (session === null) return '/';
  const vers = c.req.path;
  const brouillon = brouillons.garder(cleDe(session.compte, vers), await lireFormulaire(c));
  return `/reprendre?${new URLSearchParams({ brouillon, vers })}`;
}

/** What waits for an account at an address; null when it is no longer kept, or is another account's. */
export function saisieGardee(
  { brouillons }: DependancesWeb,
  compte: Compte,
  { brouillon = '', vers = '' }: Record<string, string>,
): { vers: string; saisie: Saisie } | null {
  const garde = brouillons.lire(brouillon, cleDe(compte, vers));
  return garde === null ? null : { vers, saisie: garde.saisie };
}
