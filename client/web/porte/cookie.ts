import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Porte } from '../dependances';

/** Under TLS, a name that browsers take from this very host alone: no neighbour of its domain lays a cookie of its own. */
export const nomCookie = ({ tls }: Pick<Porte, 'tls'>, nom: string): string => (tls ? `__Host-${nom}` : nom);
const nom = (porte: Porte): string => nomCookie(porte, 'session');

/** For the browser alone: no script reads it, and no other site sends it but to open a page. */
export const optionsCookie = ({ tls }: Pick<Porte, 'tls'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: tls }) as const;

/** The token that a browser holds, '' when it holds none. */
export const jetonDe = (c: Context, porte: Porte): string => getCookie(c, nom(porte)) ?? '';

/** Kept until the browser is closed; the register decides how long it is worth something. */
export const poserJeton = (c: Context, porte: Porte, jeton: string): void =>
  setCookie(c, nom(porte), jeton, optionsCookie(porte));

/** The browser forgets it, and what it kept of the pages: the next person at this desk finds nothing. */
export function oterJeton(c: Context, porte: Porte): void {
  deleteCookie(c, nom(porte), optionsCookie(porte));
  c.header('Clear-Site-Data', '"cache", "storage"');
}
