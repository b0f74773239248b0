import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireDossier, listerAgences, listerReferents } from '../../../registre';
import { confier } from '../../usages/confier';
import { lireGeste } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';
import { direReferent, numerosCoches } from './choix';
import { PageConfier } from './page';

/** Giving one dossier, or those ticked in the list, to another counsellor and to her agency. */
export function routesConfier(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/referent', async (c) => {
    const { vue, inscrit, personnes } = await trouverDossier(deps, c);
    const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
    const actuel = personnes ? direReferent(personnes.referent, agences) : inscrit.referent;
    const autres = referents.filter(({ id }) => id !== inscrit.referent);
    return c.html(<PageConfier vue={vue} actuel={actuel} referents={autres} agences={agences} />);
  });

  routes.post('/dossiers/:numero/referent', async (c) => {
    const { inscrit } = await trouverDossier(deps, c);
    const { a = '' } = await lireGeste(c);
    await confierA(c, [inscrit.numero], a);
    const { agence } = (await lireDossier(deps.registre, inscrit.numero))!;
    // Gone to another agency, it is no longer one of hers.
    return c.redirect(
      agence === inscrit.agence ? `/dossiers/${inscrit.numero}?rdv=confie` : '/dossiers?confies=1',
      303,
    );
  });

  routes.post('/confier', async (c) => {
    const { a = '', ...saisie } = await lireGeste(c);
    const numeros = numerosCoches(saisie);
    if (numeros.length === 0) throw new HTTPException(400, { message: 'Cochez d’abord les dossiers à confier.' });
    const confies = await confierA(c, numeros, a);
    return c.redirect(`/dossiers?confies=${confies}`, 303);
  });
  return routes;

  /** @returns how many changed hands */
  async function confierA(c: Context, numeros: readonly string[], a: string): Promise<number> {
    if (a === '')
      throw new HTTPException(400, { message: 'Choisissez à quel référent confier : rien n’a été changé.' });
    const { id: auteur, agence } = compteDe(c);
    const confies = await confier(deps.confier, { numeros }, { a, auteur, agence }, deps.maintenant());
    return confies.numeros.length;
  }
}
