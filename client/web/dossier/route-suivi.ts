import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { faireAction } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import { ajouterAuPlan } from '../../usages/ajouter-au-plan';
import { Refus } from '../../usages/commun/refus';
import { declarerActualisation } from '../../usages/declarer-actualisation';
import { lireFormulaire, lireGeste } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { montrerDossier } from './montrer';

const ID = /^[0-9a-f]{16}$/;

/** Lines of the shared plan, and actualisations: one short form each. */
export function routesSuivi(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.post('/dossiers/:numero/actions', async (c) => {
    const trouve = await trouverDossier(deps, c.req.param('numero'));
    const { vue } = trouve;
    const { id = '', quoi = '', pourLe = '' } = await lireFormulaire(c);
    if (!ID.test(id)) throw new HTTPException(400);
    const saisie = { id, quoi, pourLe: dateSaisie(pourLe) };
    try {
      await ajouterAuPlan(deps.registre, vue.numero, saisie, deps.auteur, deps.maintenant());
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const actionRefusee = { id, quoi, pourLe, phrase: erreur.message };
      return c.html(await montrerDossier(deps, trouve, { actionRefusee }), 400);
    }
    return c.redirect(`/dossiers/${vue.numero}?rdv=action#plan-action`, 303);
  });

  routes.post('/dossiers/:numero/actions/faite', async (c) => {
    const { vue, fuseau } = await trouverDossier(deps, c.req.param('numero'));
    const { id = '' } = await lireGeste(c);
    const fait = { numero: vue.numero, id, le: aujourdhuiA(deps, fuseau) };
    if (!(await faireAction(deps.registre, fait, deps.auteur, deps.maintenant())))
      throw new HTTPException(404, { message: 'Cette action n’est pas de ce dossier.' });
    return c.redirect(`/dossiers/${vue.numero}?rdv=action#plan-action`, 303);
  });

  routes.post('/dossiers/:numero/actualisations', async (c) => {
    const { vue } = await trouverDossier(deps, c.req.param('numero'));
    const { mois = '', le = '' } = await lireGeste(c);
    const saisie = { numero: vue.numero, mois, le: dateSaisie(le) };
    const suite = await declarerActualisation(deps.registre, saisie, deps.auteur, deps.maintenant());
    if (!suite.ok) throw new Refus([{ code: suite.code, phrase: suite.phrase }]);
    return c.redirect(`/dossiers/${vue.numero}?rdv=actualisation#actualisations`, 303);
  });
  return routes;
}
