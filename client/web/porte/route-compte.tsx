import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Compte } from '../../../registre';
import { Refus } from '../../usages/commun/refus';
import { nouveauSecret } from '../../usages/commun/second-facteur';
import { protegerUnCompte } from '../../usages/proteger-compte';
import { lireFormulaire } from '../commun/recevoir';
import type { DependancesWeb } from '../dependances';
import { compteDe } from './compte-courant';
import { aProteger } from './garde';
import { PageCompte } from './page-compte';

/** Other drafts are kept by account and dossier; a secret that is not used yet, by its account. */
const cleDe = ({ id }: Pick<Compte, 'id'>): string => `${id} second facteur`;

/** `/compte`: who I am, and the second factor of my account. */
export function routesCompte(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const { registre, porte, brouillons } = deps;
  const montrer = (c: Context, propose: Parameters<typeof PageCompte>[0]['propose'], refus?: string) => {
    const compte = compteDe(c);
    const exige = aProteger(porte, compte);
    return <PageCompte {...{ compte, propose, exige, refus }} boite={deps.boite !== null} />;
  };

  routes.get('/compte', (c) => {
    const compte = compteDe(c);
    if (compte.secondFacteur || compte.parIdentite) return c.html(montrer(c, null));
    const secret = nouveauSecret();
    const brouillon = brouillons.garder(cleDe(compte), { secret: secret.toString('base64') });
    return c.html(montrer(c, { brouillon, secret }));
  });

  routes.post('/compte', async (c) => {
    const compte = compteDe(c);
    const { brouillon = '', code = '' } = await lireFormulaire(c);
    const propose = brouillons.lire(brouillon, cleDe(compte));
    if (propose === null)
      throw new HTTPException(410, {
        message: 'Cette clé n’est plus gardée, et rien n’a été changé : ouvrez de nouveau « Mon compte ».',
      });
    const secret = Buffer.from(propose.saisie.secret!, 'base64');
    try {
      await protegerUnCompte({ registre, coffre: porte.coffre }, compte, { secret, code }, deps.maintenant());
      return c.redirect('/compte', 303);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      return c.html(montrer(c, { brouillon, secret }, erreur.message), 400);
    }
  });
  return routes;
}
