import { Hono } from 'hono';
import { champsEnCause } from '../../../domain/faits/champs-en-cause';
import { blocagesRappelsEnCours, nomsDe } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { bloquerLesRappels, debloquerLesRappels } from '../../usages/bloquer-rappels';
import { Refus } from '../../usages/commun/refus';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import type { RefusDeSaisie } from '../commun/brouillons';
import { Noms } from '../commun/qui';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { champsBlocage, PageRappels } from './page';

/** `/dossiers/:numero/rappels`: nobody reminds the person of anything for a while. */
export function routesRappels(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/rappels', async (c) => {
    const trouve = await trouverDossier(deps, c);
    if (!aUnBrouillon(c)) return c.html(await montrer(deps, trouve));
    const { saisie, refus } = brouillonDemande(deps, c, trouve.vue.numero);
    return c.html(await montrer(deps, trouve, saisie, parChamp(refus)), 400);
  });

  routes.post('/dossiers/:numero/rappels', async (c) => {
    const { numero } = (await trouverDossier(deps, c)).inscrit;
    const saisie = await lireFormulaire(c);
    const lire = (nom: string) => saisie[nomSaisi(nom)] ?? '';
    try {
      const blocage = { numero, jusquau: dateSaisie(lire('jusquau')), motif: lire('motif'), par: auteurDe(c) };
      await bloquerLesRappels(deps.registre, blocage, deps.maintenant());
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      return versBrouillon(deps, c, `/dossiers/${numero}/rappels`, { numero, saisie, refus: erreur.erreurs });
    }
    return c.redirect(`/dossiers/${numero}?rdv=rappelsBloques`, 303);
  });

  routes.post('/dossiers/:numero/rappels/debloquer', async (c) => {
    const { numero } = (await trouverDossier(deps, c)).inscrit;
    const adresses = { formulaire: `/dossiers/${numero}/rappels`, suite: `/dossiers/${numero}?rdv=rappelsLibres` };
    return agirOuRedire(deps, c, { numero, saisie: {} }, adresses, () =>
      debloquerLesRappels(deps.registre, numero, auteurDe(c), deps.maintenant()),
    );
  });
  return routes;
}

/** A refusal at the field that it speaks of. */
const parChamp = (refus: readonly RefusDeSaisie[]): Record<string, string> =>
  Object.fromEntries(
    refus.map(({ code, phrase }) => {
      const noms = champsEnCause(code);
      return [champsBlocage.find(({ nom }) => noms.includes(nom))?.nom ?? '', phrase];
    }),
  );

async function montrer(
  deps: DependancesWeb,
  { vue, inscrit, fuseau }: DossierTrouve,
  saisie?: Saisie,
  erreurs?: Record<string, string>,
) {
  const [blocage = null] = await blocagesRappelsEnCours(deps.registre, deps.maintenant(), inscrit.numero);
  const rejoue = { ...(saisie ? { saisie } : {}), ...(erreurs ? { erreurs } : {}) };
  const noms = await nomsDe(deps.registre, blocage === null ? [] : [blocage.par]);
  return (
    <Noms.Provider value={noms}>
      <PageRappels vue={vue} fuseau={fuseau} blocage={blocage} {...rejoue} />
    </Noms.Provider>
  );
}
