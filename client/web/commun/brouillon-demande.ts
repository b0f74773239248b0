import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import type { Brouillon } from './brouillons';
import { direLesDates } from './dire-les-dates';

const PERDU =
  'Ce qui était écrit ici n’est plus gardé : plus de douze heures ont passé, ou Jalon a été relancé depuis. Ce qui n’avait pas été confirmé n’est pas enregistré : reprenez depuis le dossier.';

/** Whether an address leads to a draft. */
export const aUnBrouillon = (c: Context): boolean => c.req.query('brouillon') !== undefined;

/** A draft is of one dossier, and its author's alone. */
const cleDe = (c: Context, numero: string): string => `${auteurDe(c)} ${numero}`;

/** The draft that an address names. @throws HTTPException 410 when it is no longer kept */
export function brouillonDemande({ brouillons }: DependancesWeb, c: Context, numero: string): Brouillon {
  const brouillon = brouillons.lire(c.req.query('brouillon') ?? '', cleDe(c, numero));
  if (brouillon === null) throw new HTTPException(410, { message: PERDU });
  return brouillon;
}

/** Sends the browser to the page that shows a draft: an address of its own, that can be reloaded. */
export function versBrouillon(
  { brouillons }: DependancesWeb,
  c: Context,
  adresse: string,
  { numero, saisie, refus = [], ...reste }: Pick<Brouillon, 'numero' | 'saisie'> & Partial<Brouillon>,
): Response {
  const [chemin, ancre] = adresse.split('#') as [string, string?];
  const jeton = brouillons.garder(cleDe(c, numero), saisie, { ...reste, refus: direLesDates(refus, saisie) });
  return c.redirect(
    `${chemin}${chemin.includes('?') ? '&' : '?'}brouillon=${jeton}${ancre === undefined ? '' : `#${ancre}`}`,
    303,
  );
}
