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

  /** A secret that waits for its first code, with what the last one was answered. @throws HTTPException 410 when it is no longer kept */
  const relire = (brouillon: string, compte: Compte) => {
    const propose = brouillons.lire(brouillon, cleDe(compte));
    if (propose === null)
      throw new HTTPException(410, {
        message: 'Cette clé n’est plus gardée, et rien n’a été changé : ouvrez de nouveau « Mon compte ».',
      });
    return { ...propose, secret: Buffer.from(propose.saisie.secret!, 'base64') };
  };

  routes.get('/compte', (c) => {
    const compte = compteDe(c);
    if (compte.secondFacteur || compte.parIdentite) return c.html(montrer(c, null));
    const brouillon = c.req.query('brouillon');
    if (brouillon !== undefined) {
      const { secret, refus } = relire(brouillon, compte);
      return c.html(montrer(c, { brouillon, secret }, refus.map(({ phrase }) => phrase).join(' ')), 400);
    }
    return c.html(montrer(c, proposer(compte)));
  });

  routes.post('/compte', async (c) => {
    const compte = compteDe(c);
    const { brouillon = '', code = '' } = await lireFormulaire(c);
    const { secret, saisie } = relire(brouillon, compte);
    try {
      await protegerUnCompte({ registre, coffre: porte.coffre }, compte, { secret, code }, deps.maintenant());
      return c.redirect('/compte', 303);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      // Neither the secret nor the code is in the address: the one is kept, the other is of no more use.
      const refuse = brouillons.garder(cleDe(compte), saisie, { refus: erreur.erreurs });
      return c.redirect(`/compte?brouillon=${refuse}`, 303);
    }
  });
  return routes;

  function proposer(compte: Compte) {
    const secret = nouveauSecret();
    return { secret, brouillon: brouillons.garder(cleDe(compte), { secret: secret.toString('base64') }) };
  }
}
