import type { Hono } from 'hono';
import { METHOD_NAME_ALL } from 'hono/router';

/** Methods that a path answers to, as `Allow` says them; what serves every method (`use`) is no page. */
export function methodesPermises({ router }: Hono, chemin: string): string[] {
  const servie = (methode: string) =>
    router.match(methode, chemin)[0].some(([[, route]]) => route.method !== METHOD_NAME_ALL);
  return [...(servie('GET') ? ['GET', 'HEAD'] : []), ...(servie('POST') ? ['POST'] : [])];
}
