import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { rechercheDemandee } from '../commun/demande-liste';
import { lireFormulaire, parLaPorte } from '../commun/recevoir';
import { ADRESSE_RECHERCHE, VERS_RECHERCHE } from '../commun/recherche';
import type { DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';

/** Where one may be led, and what else its address says. */
const LISTES = ['/', '/dossiers', '/taches/laissees'] as const;

const PERDUE = 'Cette recherche n’est plus gardée : cherchez à nouveau.';

/** Characters kept of a search that is too long, which the list then refuses: a form may hold 64 kB of them. */
const GARDES = 1_000;

/** A search is its author's alone. */
const cleDe = (c: Context): string => compteDe(c).id;

/** The words that were looked for under a token. @throws HTTPException 410 once they are no longer kept, Refus when they are none */
export function rechercheGardee({ recherches }: Pick<DependancesWeb, 'recherches'>, c: Context, jeton: string): string {
  const gardee = recherches.lire(jeton, cleDe(c));
  if (gardee === null) throw new HTTPException(410, { message: PERDUE });
  const { q = '' } = parLaPorte({ q: gardee.saisie.q ?? '' });
  return rechercheDemandee(q);
}

/**
 * `POST /recherche`: a list narrowed as its form says. What is looked for is somebody's name or telephone: it stays here, under a token, and
 * is in no address, hence in no history and no log. What is wrong with it is said by the list that it leads to.
 */
export function routesRecherche(deps: DependancesWeb): Hono {
  return new Hono().post(ADRESSE_RECHERCHE, async (c) => {
    const { q = '', [VERS_RECHERCHE]: vers = '/dossiers', ...filtres } = await lireFormulaire(c);
    // No référent is a choice too, which this machine remembers.
    const dits = Object.entries(filtres).filter(([nom, valeur]) => valeur !== '' || nom === 'referent');
    const criteres = new URLSearchParams(dits);
    const recherche = q.trim();
    if (recherche !== '')
      criteres.set('recherche', deps.recherches.garder(cleDe(c), { q: recherche.slice(0, GARDES) }));
    const liste = LISTES.find((connue) => connue === vers);
    // What no list knows is said by the list, at an address that can be reloaded.
    if (liste === undefined) criteres.set(VERS_RECHERCHE, vers);
    return c.redirect(`${liste ?? '/dossiers'}${criteres.size === 0 ? '' : `?${criteres}`}`, 303);
  });
}
