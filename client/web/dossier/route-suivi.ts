import { Hono } from 'hono';
import { dateSaisie } from '../../saisie/date';
import { Refus } from '../../usages/commun/refus';
import { declarerActualisation } from '../../usages/declarer-actualisation';
import { lireGeste } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

/** Actualisations: one short form. */
export function routesSuivi(deps: DependancesWeb): Hono {
  const routes = new Hono();

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
