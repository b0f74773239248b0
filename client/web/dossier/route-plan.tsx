import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { listerActions } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import type { Saisie } from '../../saisie/formulaire';
import { ajouterAuPlan } from '../../usages/ajouter-au-plan';
import { changerLePlan, retirerDuPlan } from '../../usages/changer-le-plan';
import { Refus } from '../../usages/commun/refus';
import { faireUneAction } from '../../usages/faire-une-action';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { aUnBrouillon, brouillonDemande } from '../commun/brouillon-demande';
import { lireFormulaire, lireGeste } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { PageAction } from './action';

const ID = /^[0-9a-f]{16}$/;

/** Back to the plan, which says what was wanted. */
const faitDans = (numero: string): string => `/dossiers/${numero}?rdv=action#plan-action`;

/** Lines of the shared plan: added, done, rewritten, taken out. */
export function routesPlan(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.post('/dossiers/:numero/actions', async (c) => {
    const { vue } = await trouverDossier(deps, c);
    const saisie = await lireFormulaire(c);
    const { id = '', quoi = '', pourLe = '' } = saisie;
    if (!ID.test(id)) throw new HTTPException(400);
    const action = { id, quoi, pourLe: dateSaisie(pourLe) };
    const formulaire = `/dossiers/${vue.numero}#plan-action`;
    return agirOuRedire(deps, c, { numero: vue.numero, saisie }, { formulaire, suite: faitDans(vue.numero) }, () =>
      ajouterAuPlan(deps.registre, vue.numero, action, auteurDe(c), deps.maintenant()),
    );
  });

  routes.post('/dossiers/:numero/actions/faite', async (c) => {
    const { vue, residence } = await trouverDossier(deps, c);
    const { id = '' } = await lireGeste(c);
    const fait = { numero: vue.numero, id, le: aujourdhuiA(deps, residence) };
    await faireUneAction(deps.registre, fait, auteurDe(c), deps.maintenant()).catch(introuvable);
    return c.redirect(faitDans(vue.numero), 303);
  });

  routes.get('/dossiers/:numero/actions/modifier', async (c) => {
    const { vue } = await trouverDossier(deps, c);
    const { saisie, refus } = aUnBrouillon(c)
      ? brouillonDemande(deps, c, vue.numero)
      : { saisie: { id: c.req.query('action') ?? '' } as Saisie, refus: [] };
    const inscrite = (await listerActions(deps.registre, vue.numero)).find(({ id }) => id === saisie.id);
    if (inscrite === undefined)
      throw new HTTPException(404, { message: 'Cette action n’est plus dans le plan de ce dossier.' });
    const { id, quoi, pourLe } = inscrite;
    const actuelle = { quoi, pourLe: pourLe ?? '' };
    const tapee = { quoi: saisie.quoi ?? actuelle.quoi, pourLe: dateSaisie(saisie.pourLe ?? actuelle.pourLe) };
    return c.html(
      <PageAction vue={vue} id={id} actuelle={actuelle} saisie={tapee} refus={refus} />,
      refus.length > 0 ? 400 : 200,
    );
  });

  routes.post('/dossiers/:numero/actions/modifier', async (c) => {
    const { visee, saisie, numero, page } = await viser(deps, c);
    const voulue = { quoi: saisie.quoi ?? '', pourLe: dateSaisie(saisie.pourLe ?? '') };
    return agirOuRedire(deps, c, { numero, saisie }, { formulaire: page, suite: faitDans(numero) }, () =>
      changerLePlan(deps.registre, numero, visee, voulue, auteurDe(c), deps.maintenant()),
    );
  });

  routes.post('/dossiers/:numero/actions/retirer', async (c) => {
    const { visee, saisie, numero, page } = await viser(deps, c);
    return agirOuRedire(deps, c, { numero, saisie }, { formulaire: page, suite: faitDans(numero) }, () =>
      retirerDuPlan(deps.registre, numero, visee, auteurDe(c), deps.maintenant()),
    );
  });
  return routes;
}

const introuvable = (erreur: unknown): never => {
  throw erreur instanceof Refus ? new HTTPException(404, { message: erreur.message }) : erreur;
};

/** The line that a form is about, as it showed it. */
async function viser(deps: DependancesWeb, c: Context) {
  const { vue }: DossierTrouve = await trouverDossier(deps, c);
  const saisie = await lireFormulaire(c);
  const { id = '', vuQuoi = '', vuPourLe = '' } = saisie;
  const visee = { id, vue: { quoi: vuQuoi, pourLe: vuPourLe } };
  return { visee, saisie, numero: vue.numero, page: `/dossiers/${vue.numero}/actions/modifier` };
}
