import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireDate } from '../../../domain/calendrier/dates';
import { ajouterAction, faireAction } from '../../../registre';
import { Refus } from '../../usages/commun/refus';
import { consignerUneActualisation } from '../../usages/declarer-actualisation';
import { lireFormulaire } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { dateSaisie } from '../rendez-vous/saisie';

const ACTION_MAX = 300;
const ID = /^[0-9a-f]{16}$/;

/** Lines of the shared plan, and actualisations: one short form each. */
export function routesSuivi(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.post('/dossiers/:numero/actions', async (c) => {
    const { vue } = await trouverDossier(deps, c.req.param('numero'));
    const { id = '', quoi = '', pourLe = '' } = await lireFormulaire(c);
    const texte = quoi.trim();
    const ecrite = dateSaisie(pourLe).trim();
    const date = lireDate(ecrite);
    if (!ID.test(id)) throw new HTTPException(400);
    if (texte === '' || texte.length > ACTION_MAX)
      throw new Refus([
        { code: 'CHAMP_INVALIDE:quoi', phrase: `Écrivez ce qu’il faut faire, en ${ACTION_MAX} caractères au plus.` },
      ]);
    if (ecrite !== '' && date === null)
      throw new Refus([{ code: 'DATE_INVALIDE:pourLe', phrase: 'La date de cette action n’existe pas.' }]);
    const action = { id, numero: vue.numero, rendezVous: null, quoi: texte, pourLe: date };
    await ajouterAction(deps.registre, action, deps.auteur, deps.maintenant());
    return c.redirect(`/dossiers/${vue.numero}?rdv=action#plan-action`, 303);
  });

  routes.post('/dossiers/:numero/actions/faite', async (c) => {
    const { vue, fuseau } = await trouverDossier(deps, c.req.param('numero'));
    const { id = '' } = await lireFormulaire(c);
    const fait = { numero: vue.numero, id, le: aujourdhuiA(deps, fuseau) };
    if (!(await faireAction(deps.registre, fait, deps.auteur, deps.maintenant())))
      throw new HTTPException(404, { message: 'Cette action n’est pas de ce dossier.' });
    return c.redirect(`/dossiers/${vue.numero}?rdv=action#plan-action`, 303);
  });

  routes.post('/dossiers/:numero/actualisations', async (c) => {
    const { vue } = await trouverDossier(deps, c.req.param('numero'));
    const { mois = '', le = '' } = await lireFormulaire(c);
    const saisie = { numero: vue.numero, mois, le: dateSaisie(le) };
    const suite = await consignerUneActualisation(deps.registre, saisie, deps.auteur, deps.maintenant());
    if (!suite.ok) throw new Refus([{ code: suite.code, phrase: suite.phrase }]);
    return c.redirect(`/dossiers/${vue.numero}?rdv=actualisation#actualisations`, 303);
  });
  return routes;
}
