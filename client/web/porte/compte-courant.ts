import type { Context } from 'hono';
import { tryGetContext } from 'hono/context-storage';
import type { Compte } from '../../../registre';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; on pages for anyone, nobody. */
    compte: Compte | undefined;
    /** The dossier that an answer is about, for the audit trail. */
    dossierVu: string | undefined;
  }
}

/** Who asks. @throws Error on a page that the table of accesses opens to anyone: a bug */
export function compteDe(c: Context): Compte {
  const compte = c.get('compte');
  if (compte === undefined) throw new Error(`${c.req.path} : personne n’est entré`);
  return compte;
}

/** Id under which an act is recorded. */
export const auteurDe = (c: Context): string => compteDe(c).id;

/** Who is shown the page being written, for what surrounds every page. */
export const lecteur = (): Compte | undefined => tryGetContext()?.get('compte');
