import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { courriersDuDossier, retenuesEnCours } from '../../../registre';
import { Refus } from '../../usages/commun/refus';
import { libererCourrier, retenirCourrier } from '../../usages/retenir-courrier';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { lireFormulaire, parLaPorte } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { lignesCourriers, retenable, vueDepart } from './lignes-courriers';
import { courriersAVenir, lireSuivi } from './lire-suivi';

/** Holding one letter back, and letting it go: the journey asks the register just before every departure. */
export function routesCourriers(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.post('/dossiers/:numero/courriers/retenir', async (c) => {
    const { numero, saisie, ligne } = await viser(deps, c);
    const adresses = {
      formulaire: `/dossiers/${numero}#courriers`,
      suite: `/dossiers/${numero}?courrier=retenu#courriers`,
    };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, async () => {
      parLaPorte(saisie);
      if (ligne === undefined || !retenable(ligne))
        throw new Refus([{ code: 'COURRIER_DEJA_TRAITE', phrase: 'Ce courrier n’est plus à partir.' }]);
      const { motif = '' } = saisie;
      await retenirCourrier(deps.courriers, ligne.cle, { auteur: auteurDe(c), motif }, deps.maintenant());
    });
  });

  routes.post('/dossiers/:numero/courriers/liberer', async (c) => {
    const { numero, saisie, ligne } = await viser(deps, c);
    parLaPorte(saisie);
    const tenue = (await retenuesEnCours(deps.registre, numero)).some((r) => r.cle === saisie.cle);
    // Sent twice, the letter is free already; one of another dossier is nobody's here.
    if (!tenue && ligne === undefined) throw introuvable();
    if (tenue) await libererCourrier(deps.courriers, saisie.cle!, { auteur: auteurDe(c) }, deps.maintenant());
    return c.redirect(`/dossiers/${numero}?courrier=libere#courriers`, 303);
  });
  return routes;
}

const introuvable = () => new HTTPException(404, { message: 'Ce courrier n’est pas de ce dossier.' });

/** The letter that a form names, among those of its dossier. */
async function viser(deps: DependancesWeb, c: Context) {
  const trouve = await trouverDossier(deps, c);
  const { inscrit, personnes } = trouve;
  const { numero, situation } = inscrit;
  const saisie = await lireFormulaire(c);
  const inscrits = await courriersDuDossier(deps.registre, numero);
  const suivi = await lireSuivi(deps, trouve);
  const prevus = [...(situation?.courriers ?? []), ...courriersAVenir(suivi)];
  const lignes = lignesCourriers({
    prevus,
    inscrits,
    retenues: [],
    personnes,
    decesSignale: situation?.decesSignale ?? false,
    vue: vueDepart(deps, trouve),
    tenu: () => null,
    faits: null,
  });
  return { numero, saisie, ligne: lignes.find((l) => l.cle === saisie.cle) };
}
