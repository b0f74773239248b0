import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refus } from '../../usages/commun/refus';
import { entrerParIdentite } from '../../usages/entrer-par-identite';
import type { Fournisseur } from '../../usages/identite/fournisseur';
import { lierUneIdentite } from '../../usages/lier-identite';
import type { DependancesWeb } from '../dependances';
import { garderEnChemin, reprendreEnChemin } from './en-chemin';
import { laisserEntrer } from './laisser-entrer';
import { PageIdentite } from './page-identite';
import { sourceDe } from './source';

/** `/entree/identite`: to the identity provider and back. */
export function routesIdentite(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const { registre, porte } = deps;

  routes.get('/entree/identite', async (c) => {
    const { suite, lien } = c.req.query();
    // Sent here from elsewhere, she would lend her identity to an account that somebody else holds the link of: its page says whose it is.
    if (lien !== undefined && (c.req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
      return c.redirect(`/entree/lien/${encodeURIComponent(lien)}`, 303);
    const { adresse, depart } = await fournisseur().partir();
    await garderEnChemin(deps, c, {
      ...depart,
      ...(suite === undefined ? {} : { suite }),
      ...(lien === undefined ? {} : { lien }),
    });
    return c.redirect(adresse, 303);
  });

  routes.get('/entree/identite/retour', async (c) => {
    const { nom } = fournisseur();
    try {
      return await revenir(c);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const statut = erreur.erreurs[0]?.code === 'ENTREE_RALENTIE' ? 429 : 403;
      return c.html(<PageIdentite nom={nom} refus={erreur.message} motsDePasse={porte.motsDePasse} />, statut);
    }
  });
  return routes;

  async function revenir(c: Context): Promise<Response> {
    const enChemin = await reprendreEnChemin(deps, c);
    if (enChemin === null) throw Refus.de('ENTREE_PERDUE');
    const { suite, lien, ...depart } = enChemin;
    // Before anything is asked of the provider in our name.
    const rendre = porte.tentatives.compterSource(sourceDe(c, porte), deps.maintenant());
    if (rendre === null) throw Refus.de('ENTREE_RALENTIE');
    const identite = await fournisseur().reconnaitre(new URL(c.req.url).search, depart);
    const { coffre, secondFacteurExige } = porte;
    const moyens = { registre, coffre, secondFacteurExige, fournisseur: fournisseur() };
    const entree =
      lien === undefined
        ? await entrerParIdentite(moyens, identite, deps.maintenant())
        : await lierUneIdentite(moyens, lien, identite, deps.maintenant());
    rendre();
    return laisserEntrer(deps, c, entree, suite);
  }

  function fournisseur(): Fournisseur {
    if (porte.fournisseur === null)
      throw new HTTPException(404, { message: 'On n’entre ici par aucun fournisseur d’identité.' });
    return porte.fournisseur;
  }
}
