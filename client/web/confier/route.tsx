import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { listerAgences, listerReferents } from '../../../registre';
import { confier } from '../../usages/confier';
import { lireGeste } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { direReferent, numerosCoches } from './choix';
import { PageConfier } from './page';

/** Giving one dossier, or those ticked in the list, to another counsellor and to her agency. */
export function routesConfier(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/referent', async (c) => {
    const { vue, inscrit, personnes } = await trouverDossier(deps, c.req.param('numero'));
    const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
    const actuel = personnes ? direReferent(personnes.referent, agences) : inscrit.referent;
    const autres = referents.filter(({ id }) => id !== inscrit.referent);
    return c.html(<PageConfier vue={vue} actuel={actuel} referents={autres} agences={agences} />);
  });

  routes.post('/dossiers/:numero/referent', async (c) => {
    const { inscrit } = await trouverDossier(deps, c.req.param('numero'));
    const { a = '' } = await lireGeste(c);
    await confierA([inscrit.numero], a);
    return c.redirect(`/dossiers/${inscrit.numero}?rdv=confie`, 303);
  });

  routes.post('/confier', async (c) => {
    const { a = '', ...saisie } = await lireGeste(c);
    const numeros = numerosCoches(saisie);
    if (numeros.length === 0) throw new HTTPException(400, { message: 'Cochez d’abord les dossiers à confier.' });
    const confies = await confierA(numeros, a);
    return c.redirect(`/dossiers?confies=${confies}`, 303);
  });
  return routes;

  /** @returns how many changed hands */
  async function confierA(numeros: readonly string[], a: string): Promise<number> {
    if (a === '')
      throw new HTTPException(400, { message: 'Choisissez à quel référent confier : rien n’a été changé.' });
    const confies = await confier(deps.confier, { numeros }, { a, auteur: deps.auteur }, deps.maintenant());
    return confies.numeros.length;
  }
}
