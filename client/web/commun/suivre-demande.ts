import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { suivre } from '../../../commun/sillage/sillage';
import { dossierDe } from './erreur';

/**
 * A gesture begins with a request that came through the door (neither a style sheet, nor an entrance, nor a probe), under the name of its
 * route: an address may hold what was searched. What a browser says of where it comes from is not believed.
 */
export const suivreDemande: MiddlewareHandler = (c, next) => {
  const route = routePath(c, -1);
  const numero = dossierDe(c.req.path);
  const dits = {
    'http.request.method': c.req.method,
    'http.route': route,
    ...(numero === undefined ? {} : { 'jalon.numero': numero }),
  };
  return suivre(`${c.req.method} ${route}`, dits, async (dire) => {
    await next();
    dire({ 'http.response.status_code': c.res.status });
  });
};
