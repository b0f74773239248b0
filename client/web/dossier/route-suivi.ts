import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { dateSaisie } from '../../saisie/date';
import { Refus } from '../../usages/commun/refus';
import { declarerActualisation } from '../../usages/declarer-actualisation';
import { reglerLesRappelsActualisation } from '../../usages/regler-rappels-actualisation';
import { lireGeste } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

/** Actualisations: one short form, and what the agency does of those that nobody recorded. */
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
  routes.post('/dossiers/:numero/actualisations/rappels', async (c) => {
    const { vue, personnes } = await trouverDossier(deps, c.req.param('numero'));
    const { rappels = '' } = await lireGeste(c);
    if (personnes === null || (rappels !== 'oui' && rappels !== 'non')) throw new HTTPException(400);
    const reglage = { agence: personnes.agence.id, rappels: rappels === 'oui' };
    await reglerLesRappelsActualisation(deps.registre, reglage, deps.auteur, deps.maintenant());
    return c.redirect(`/dossiers/${vue.numero}?rdv=rappels#actualisations`, 303);
  });
  return routes;
}
