import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { METHOD_NAME_ALL } from 'hono/router';
import { peut, usageNonPermis } from '../../../domain/comptes/politique';
import { phrase } from '../../../domain/faits/erreurs';
import { type Compte, lireSession, type Session, tracer } from '../../../registre';
import { estPourMachine } from '../commun/erreur';
import type { DependancesWeb, Porte } from '../dependances';
import { accesDe } from './acces';
import { jetonDe } from './cookie';
import { garderLaSaisie } from './reprise';

/**
 * Stands before every page: who asks, whether the table lets her, and what she saw goes to the audit trail before she sees it. An address
 * that leads to no page is left to say so.
 */
export const garde =
  (deps: DependancesWeb): MiddlewareHandler =>
  async (c, next) => {
    const route = routeVisee(c);
    if (route === null) {
      // Whoever is lost keeps her menu.
      const session = await sessionDe(deps, c);
      if (session?.etat === 'OUVERTE') c.set('compte', session.compte);
      return next();
    }
    const acces = accesDe(route);
    if (acces === 'PUBLIC' || (acces === 'lire-histoires' && deps.codec?.sansSession)) return next();
    const session = await sessionDe(deps, c);
    if (session?.etat !== 'OUVERTE') return renvoyerALEntree(deps, c, session);
    const { compte } = session;
    c.set('compte', compte);
    if (!peut(compte.role, acces))
      throw new HTTPException(403, { message: phrase(usageNonPermis(compte.role, [acces])) });
    if (aProteger(deps.porte, compte) && acces !== 'proteger-compte') return c.redirect('/compte', 303);
    if ((c.req.query('q') || c.req.query('recherche')) && !deps.porte.recherches.prendre(compte.id, deps.maintenant()))
      throw new HTTPException(429, {
        message:
          'Beaucoup de recherches viennent d’être faites avec votre compte : attendez une minute, puis cherchez à nouveau.',
      });
    await next();
    await tracerLaVue(deps, c);
  };

/** Whether an account opens nothing before it has a second factor; that of an identity is asked for by its provider. */
export const aProteger = ({ secondFacteurExige }: Pick<Porte, 'secondFacteurExige'>, compte: Compte): boolean =>
  secondFacteurExige && compte.role === 'ADMINISTRATEUR' && !compte.secondFacteur && !compte.parIdentite;

/** The page that an address leads to, as its module declares it: `GET /dossiers/:numero`. */
function routeVisee(c: Context): string | null {
  const page = matchedRoutes(c).findLast(({ method }) => method !== METHOD_NAME_ALL);
  return page === undefined ? null : `${page.method} ${page.path}`;
}

async function sessionDe({ registre, maintenant, porte }: DependancesWeb, c: Context): Promise<Session> {
  const jeton = jetonDe(c, porte);
  return jeton === '' ? null : lireSession(registre, jeton, maintenant());
}

/** To the login page, which leads back here; what was being sent by someone whose session ended waits for her. */
async function renvoyerALEntree(deps: DependancesWeb, c: Context, session: Session): Promise<Response> {
  if (estPourMachine(c.req.path)) return c.json({ erreur: 'Il faut entrer d’abord : voyez /entree.' }, 401);
  const { pathname, search } = new URL(c.req.url);
  const suite = c.req.method === 'POST' ? await garderLaSaisie(deps, c, session) : `${pathname}${search}`;
  return c.redirect(suite === '/' ? '/entree' : `/entree?${new URLSearchParams({ suite })}`, 303);
}

/** What was shown of which dossier: the rest of its address holds ids and hashes only. */
async function tracerLaVue({ registre, maintenant }: DependancesWeb, c: Context): Promise<void> {
  const numero = c.get('dossierVu');
  const compte = c.get('compte');
  if (numero === undefined || compte === undefined || c.req.method === 'POST' || c.res.status !== 200) return;
  const page = c.req.path.split('/').slice(3).join('/') || 'dossier';
  await tracer(registre, { numero, auteur: compte.id, acte: 'VOIR', details: { page } }, maintenant());
}
