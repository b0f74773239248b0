import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { estTypeEvenement } from '../../../domain/faits/evenements';
import { evenementDe } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { agirSurUnDossier, dejaRecu } from '../../usages/agir-sur-un-dossier';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { lireActe, saisieInitiale } from './acte';
import { PageChoix } from './choix';
import { accepteDe, lireApercuVu, lireEnTete, nouvelEnTete } from './en-tete-acte';
import { apercevoir, formulaire, montrerApercu, type Recu, refuse } from './montrer';

/** Recording a fact: choose, fill in, preview, confirm. Nothing is recorded before the confirmation. */
export function routesEvenement(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/evenement', async (c) => {
    const trouve = await ouvert(deps, c);
    const { type, corrige } = c.req.query();
    if (corrige !== undefined) {
      const vise = vivant(trouve, corrige);
      const evenement = evenementDe(vise);
      if (evenement === undefined)
        throw new HTTPException(404, { message: 'Cette entrée n’est pas un événement que l’on corrige.' });
      const enTete = nouvelEnTete('corriger', trouve.inscrit, { type: evenement.type, entree: vise.id });
      return c.html(formulaire({ trouve, enTete, saisie: saisieInitiale(enTete, trouve.inscrit) }));
    }
    if (!estTypeEvenement(type)) return c.html(<PageChoix vue={trouve.vue} parametres={trouve.parametres} />);
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('consigner', trouve.inscrit, { type }), saisie: {} }));
  });

  routes.get('/dossiers/:numero/annulation', async (c) => {
    const trouve = await ouvert(deps, c);
    const { id: entree } = vivant(trouve, c.req.query('entree') ?? '');
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('annuler', trouve.inscrit, { entree }), saisie: {} }));
  });

  routes.get('/dossiers/:numero/rectification', async (c) => {
    const trouve = await ouvert(deps, c);
    const enTete = nouvelEnTete('rectifierDossier', trouve.inscrit);
    return c.html(formulaire({ trouve, enTete, saisie: saisieInitiale(enTete, trouve.inscrit) }));
  });

  routes.get('/dossiers/:numero/parametres', async (c) => {
    const trouve = await ouvert(deps, c);
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('adopterReglement', trouve.inscrit), saisie: {} }));
  });

  routes.get('/dossiers/:numero/silence', async (c) => {
    const trouve = await ouvert(deps, c);
    return apercevoir(deps, c, { trouve, enTete: nouvelEnTete('confirmerSilence', trouve.inscrit), saisie: {} });
  });

  routes.get('/dossiers/:numero/erreur', async (c) => {
    const trouve = await ouvert(deps, c);
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('fermerParErreur', trouve.inscrit), saisie: {} }));
  });

  routes.get('/dossiers/:numero/confirmation', async (c) => {
    const trouve = await ouvert(deps, c);
    const { id: entree } = vivant(trouve, c.req.query('entree') ?? '');
    if (trouve.inscrit.situation?.faits.find(({ id }) => id === entree)?.statut !== 'A_CONFIRMER')
      throw new HTTPException(404, { message: 'Cet événement n’attend aucune confirmation.' });
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('confirmer', trouve.inscrit, { entree }), saisie: {} }));
  });

  routes.post('/dossiers/:numero/evenement/modifier', async (c) => c.html(formulaire(await recevoir(deps, c))));

  routes.post('/dossiers/:numero/evenement/apercu', async (c) => {
    return apercevoir(deps, c, await recevoir(deps, c));
  });

  routes.post('/dossiers/:numero/evenement', async (c) => {
    const recu = await recevoir(deps, c);
    const { enTete, saisie, trouve } = recu;
    const { inscrit } = trouve;
    const lu = lireActe(enTete, saisie, inscrit, deps.auteur);
    // Sent twice (a double click, a page reloaded): what the form then reads no longer matters.
    if (!lu.ok && !dejaRecu(inscrit, enTete.id)) return c.html(formulaire(recu, lu.erreurs), 400);
    if (lu.ok) {
      const { acte } = enTete;
      const { contenu } = lu;
      const vu = lireApercuVu(saisie);
      // The second person of a confirmation is named in a form: who held the keyboard is kept too.
      const saisiPar = contenu.auteur === deps.auteur ? undefined : deps.auteur;
      const demande = { acte, contenu, accepte: accepteDe(saisie, vu), vu, saisiPar };
      const suite = await agirSurUnDossier(deps.actes, inscrit, demande, deps.maintenant());
      if (suite.statut === 'A_ACCEPTER') return montrerApercu(deps, c, recu, contenu, suite.apercu, suite.reserves);
      if (suite.statut === 'REFUSE') return c.html(refuse(recu, suite.issue), 400);
    }
    const fin = inscrit.situation?.resultat.dateFinCsp;
    const suite = new URLSearchParams({ acte: enTete.id, ...(fin ? { fin } : {}) });
    return c.redirect(`/dossiers/${trouve.vue.numero}?${suite}`, 303);
  });
  return routes;
}

/** A journey takes acts once it has started. */
async function ouvert(deps: DependancesWeb, c: Context): Promise<DossierTrouve> {
  const trouve = await trouverDossier(deps, c.req.param('numero') ?? '');
  if (trouve.inscrit.situation === null) {
    throw new HTTPException(503, { message: 'Ce dossier est en cours d’ouverture : réessayez dans un instant.' });
  }
  return trouve;
}

async function recevoir(deps: DependancesWeb, c: Context): Promise<Recu> {
  const trouve = await ouvert(deps, c);
  const saisie = await lireFormulaire(c);
  const enTete = lireEnTete(saisie);
  if (enTete === null) throw new HTTPException(400);
  return { trouve, enTete, saisie };
}

/** The entry in force under an id: that of the last correction when it was corrected since. */
function vivant({ inscrit }: DossierTrouve, id: string) {
  const entree = resoudreJournal(inscrit.dossier, inscrit.journal).vivants.get(id);
  if (entree === undefined)
    throw new HTTPException(404, {
      message: 'Cette entrée n’est plus en vigueur : elle a été annulée depuis.',
    });
  return entree;
}
