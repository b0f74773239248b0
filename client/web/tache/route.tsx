import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireTache, listerReferents } from '../../../registre';
import { faitDeTache } from '../../affichage/taches';
import { dateSaisie } from '../../saisie/date';
import { confierUneTache } from '../../usages/confier-tache';
import { reporterUneTache } from '../../usages/reporter-tache';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { aUnBrouillon, brouillonDemande } from '../commun/brouillon-demande';
import { lireFormulaire, parLaPorte } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { PageTache } from './page';
import { retourDeTache } from './suites';

/** `/dossiers/:numero/tache?cle=…`: one task, put off or given to a colleague. */
export function routesTache(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/tache', async (c) => {
    const trouve = await trouverDossier(deps, c);
    const { inscrit, vue } = trouve;
    const refusee = aUnBrouillon(c) ? brouillonDemande(deps, c, vue.numero) : null;
    const { cle = '', retour = '' } = refusee?.saisie ?? c.req.query();
    const tache = await tacheOuverte(deps, inscrit.numero, cle);
    const fait = faitDeTache(tache, inscrit.journal);
    const collegues = (await listerReferents(deps.registre)).filter(({ agence }) => agence === inscrit.agence);
    return c.html(
      <PageTache
        vue={vue}
        tache={tache}
        quoi={fait === null ? tache.libelle : `${tache.libelle} « ${fait} »`}
        collegues={collegues}
        referent={inscrit.referent}
        retour={retour}
        refusee={refusee}
      />,
      refusee === null ? 200 : 400,
    );
  });

  routes.post('/dossiers/:numero/taches/reporter', async (c) => {
    const { trouve, saisie, cle, adresses } = await viser(c, 'reportee');
    const { numero } = trouve.inscrit;
    const { au = '', motif = '' } = saisie;
    const demande = { cle, numero, auteur: auteurDe(c), au: dateSaisie(au), motif };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, () =>
      reporterUneTache(deps.registre, demande, aujourdhuiA(deps, trouve.residence), deps.maintenant()),
    );
  });

  routes.post('/dossiers/:numero/taches/confier', async (c) => {
    const { trouve, saisie, cle, adresses } = await viser(c, 'confiee');
    const { numero, agence } = trouve.inscrit;
    const demande = { cle, numero, agence, auteur: auteurDe(c), a: saisie.a ?? '' };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, () =>
      confierUneTache(deps.registre, demande, deps.maintenant()),
    );
  });
  return routes;

  /** The task that a form names, among those of its dossier. */
  async function viser(c: Context, suite: 'reportee' | 'confiee') {
    const trouve = await trouverDossier(deps, c);
    const { numero } = trouve.inscrit;
    const saisie = await lireFormulaire(c);
    const { cle, retour } = parLaPorte({ cle: saisie.cle ?? '', retour: saisie.retour ?? '' });
    await tacheOuverte(deps, numero, cle!);
    const adresses = { formulaire: `/dossiers/${numero}/tache`, suite: retourDeTache(numero, retour, suite) };
    return { trouve, saisie, cle: cle!, adresses };
  }
}

async function tacheOuverte({ registre }: DependancesWeb, numero: string, cle: string) {
  const tache = await lireTache(registre, cle);
  if (tache?.numero !== numero || tache.statut === 'FAITE')
    throw new HTTPException(404, { message: 'Cette tâche n’est pas, ou n’est plus, à faire dans ce dossier.' });
  return tache;
}
