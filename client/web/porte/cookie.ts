import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Porte } from '../dependances';

const NOM = 'session';

/** For the browser alone: no script reads it, and no other site sends it but to open a page. */
export const optionsCookie = ({ tls }: Pick<Porte, 'tls'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: tls }) as const;

/** The token that a browser holds, '' when it holds none. */
export const jetonDe = (c: Context): string => getCookie(c, NOM) ?? '';

/** Kept until the browser is closed; the register decides how long it is worth something. */
export const poserJeton = (c: Context, porte: Porte, jeton: string): void =>
  setCookie(c, NOM, jeton, optionsCookie(porte));

export const oterJeton = (c: Context, porte: Porte): void => void deleteCookie(c, NOM, optionsCookie(porte));
