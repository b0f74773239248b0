import type { Context } from 'hono';
import { fermerSession } from '../../../registre';
import type { Entree } from '../../usages/entrer';
import type { DependancesWeb } from '../dependances';
import { jetonDe, poserJeton } from './cookie';
import { suiteDe } from './suite';

/** A new session each time: the one that this browser held, were it somebody else's, ends. */
export async function laisserEntrer(
  { registre, porte }: DependancesWeb,
  c: Context,
  { compte, jeton }: Entree,
  suite?: string,
): Promise<Response> {
  await fermerSession(registre, jetonDe(c, porte));
  poserJeton(c, porte, jeton);
  return c.redirect(suiteDe(suite, compte.role), 303);
}
