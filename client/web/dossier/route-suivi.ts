import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { dateSaisie } from '../../saisie/date';
import { Refus } from '../../usages/commun/refus';
import { declarerActualisation } from '../../usages/declarer-actualisation';
import { reglerLesRappelsActualisation } from '../../usages/regler-rappels-actualisation';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { lireFormulaire, lireGeste, parLaPorte } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';

/** Actualisations: one short form, and what the agency does of those that nobody recorded. */
export function routesSuivi(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.post('/dossiers/:numero/actualisations', async (c) => {
    const { vue } = await trouverDossier(deps, c);
    const { numero } = vue;
    const saisie = await lireFormulaire(c);
    const adresses = {
      formulaire: `/dossiers/${numero}#actualisations`,
      suite: `/dossiers/${numero}?rdv=actualisation#actualisations`,
    };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, async () => {
      const { mois = '', le = '' } = parLaPorte(saisie);
      const declaree = { numero, mois, le: dateSaisie(le) };
      const suite = await declarerActualisation(deps.registre, declaree, auteurDe(c), deps.maintenant());
      if (!suite.ok) throw new Refus([{ code: suite.code, phrase: suite.phrase }]);
    });
  });
  routes.post('/dossiers/:numero/actualisations/rappels', async (c) => {
    const { vue, personnes } = await trouverDossier(deps, c);
    const { rappels = '' } = await lireGeste(c);
    if (personnes === null || (rappels !== 'oui' && rappels !== 'non')) throw new HTTPException(400);
    const reglage = { agence: personnes.agence.id, rappels: rappels === 'oui' };
    await reglerLesRappelsActualisation(deps.registre, reglage, auteurDe(c), deps.maintenant());
    return c.redirect(`/dossiers/${vue.numero}?rdv=rappels#actualisations`, 303);
  });
  return routes;
}
