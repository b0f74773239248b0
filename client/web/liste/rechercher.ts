import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refus } from '../../usages/commun/refus';
import { rechercheDemandee } from '../commun/demande-liste';
import { lireGeste } from '../commun/recevoir';
import { ADRESSE_RECHERCHE, VERS_RECHERCHE } from '../commun/recherche';
import type { DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';

/** Where one may be led, and what else its address says. */
const LISTES = ['/', '/dossiers', '/taches/laissees'] as const;

const PERDUE = 'Cette recherche n’est plus gardée : cherchez à nouveau.';

/** A search is its author's alone. */
const cleDe = (c: Context): string => compteDe(c).id;

/** The words that were looked for under a token. @throws HTTPException 410 once they are no longer kept */
export function rechercheGardee({ recherches }: Pick<DependancesWeb, 'recherches'>, c: Context, jeton: string): string {
  const gardee = recherches.lire(jeton, cleDe(c));
  if (gardee === null) throw new HTTPException(410, { message: PERDUE });
  return gardee.saisie.q ?? '';
}

/**
 * `POST /recherche`: a list narrowed as its form says. What is looked for is somebody's name or telephone: it stays here, under a token, and
 * is in no address, hence in no history and no log.
 */
export function routesRecherche(deps: DependancesWeb): Hono {
  return new Hono().post(ADRESSE_RECHERCHE, async (c) => {
    const { q = '', [VERS_RECHERCHE]: donnee = '/dossiers', ...filtres } = await lireGeste(c);
    const vers = LISTES.find((liste) => liste === donnee);
    if (vers === undefined) throw Refus.de('FILTRE_INCONNU');
    const recherche = rechercheDemandee(q.trim());
    // No référent is a choice too, which this machine remembers.
    const dits = Object.entries(filtres).filter(([nom, valeur]) => valeur !== '' || nom === 'referent');
    const criteres = new URLSearchParams(dits);
    if (recherche !== '') criteres.set('recherche', deps.recherches.garder(cleDe(c), { q: recherche }));
    return c.redirect(criteres.size === 0 ? vers : `${vers}?${criteres}`, 303);
  });
}
