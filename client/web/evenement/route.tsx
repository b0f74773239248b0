import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { estTypeEvenement } from '../../../domain/faits/evenements';
import { evenementDe } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { evenementsDuMoment } from '../../affichage/evenements-du-moment';
import type { Saisie } from '../../saisie/formulaire';
import { agirSurUnDossier, dejaRecu } from '../../usages/agir-sur-un-dossier';
import { toutesReserves } from '../../usages/previsualiser-un-acte';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import type { Brouillon } from '../commun/brouillons';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { lireActe, refusSecondePersonne, saisieInitiale } from './acte';
import { PageChoix } from './choix';
import { accepteDe, estChampDossier, lireApercuVu, lireEnTete, nouvelEnTete } from './en-tete-acte';
import { apercevoir, formulaire, nommer, type Recu, refuse } from './montrer';
import { PageRectification, PLUSIEURS } from './rectification';

/** Recording a fact: choose, fill in, preview, confirm. Nothing is recorded before the confirmation. */
export function routesEvenement(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/evenement', async (c) => {
    const trouve = await ouvert(deps, c);
    if (aUnBrouillon(c)) {
      const recu = relire(deps, c, trouve);
      return c.html(await nommer(deps, recu, formulaire(recu)));
    }
    const { type, corrige } = c.req.query();
    if (corrige !== undefined) {
      const vise = vivant(trouve, corrige);
      const evenement = evenementDe(vise);
      if (evenement === undefined)
        throw new HTTPException(404, { message: 'Cette entrée n’est pas un événement que l’on corrige.' });
      const enTete = nouvelEnTete('corriger', trouve.inscrit, { type: evenement.type, entree: vise.id });
      return c.html(formulaire({ trouve, enTete, saisie: saisieInitiale(enTete, trouve.inscrit) }));
    }
    if (!estTypeEvenement(type)) {
      const duMoment = evenementsDuMoment(trouve.inscrit.situation!);
      return c.html(<PageChoix vue={trouve.vue} parametres={trouve.parametres} duMoment={duMoment} />);
    }
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('consigner', trouve.inscrit, { type }), saisie: {} }));
  });

  routes.get('/dossiers/:numero/annulation', async (c) => {
    const trouve = await ouvert(deps, c);
    const { id: entree } = vivant(trouve, c.req.query('entree') ?? '');
    return c.html(formulaire({ trouve, enTete: nouvelEnTete('annuler', trouve.inscrit, { entree }), saisie: {} }));
  });

  routes.get('/dossiers/:numero/rectification', async (c) => {
    const trouve = await ouvert(deps, c);
    const champ = c.req.query('champ') ?? '';
    if (champ !== PLUSIEURS && !estChampDossier(champ)) return c.html(<PageRectification trouve={trouve} />);
    const enTete = nouvelEnTete('rectifierDossier', trouve.inscrit, { champ: champ === PLUSIEURS ? null : champ });
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
    const recu = { trouve, enTete: nouvelEnTete('confirmer', trouve.inscrit, { entree }), saisie: {} };
    const refus = refusSecondePersonne(auteurDe(c), trouve.inscrit, entree);
    const page = refus === null ? formulaire(recu) : formulaire(recu, { '': refus }, 'CONFIRMATION_MEME_PERSONNE');
    return c.html(await nommer(deps, recu, page));
  });

  routes.get('/dossiers/:numero/evenement/apercu', async (c) => {
    const trouve = await ouvert(deps, c);
    const recu = relire(deps, c, trouve);
    // Gone back to once it was recorded: the dossier says what became of it.
    if (dejaRecu(trouve.inscrit, recu.enTete.id)) return conclure(c, recu);
    const [refus] = brouillonDemande(deps, c, trouve.vue.numero).refus;
    return refus === undefined ? apercevoir(deps, c, recu) : c.html(refuse(recu, refus), 400);
  });

  routes.post('/dossiers/:numero/evenement/apercu', async (c) => {
    const recu = await recevoir(deps, c);
    // A form gone back to once its act was received is that of another act.
    const _id = dejaRecu(recu.trouve.inscrit, recu.enTete.id) ? randomUUID() : recu.enTete.id;
    return montrerPlusLoin(deps, c, { ...recu, saisie: { ...recu.saisie, _id } });
  });

  routes.post('/dossiers/:numero/evenement', async (c) => {
    const recu = await recevoir(deps, c);
    const { enTete, saisie, trouve } = recu;
    const { inscrit } = trouve;
    const lu = lireActe(enTete, saisie, inscrit, auteurDe(c));
    // Sent twice (a double click, a page reloaded): what the form then reads no longer matters.
    if (!lu.ok && !dejaRecu(inscrit, enTete.id)) return montrerPlusLoin(deps, c, recu);
    if (lu.ok) {
      const { acte } = enTete;
      const { contenu } = lu;
      const vu = lireApercuVu(saisie);
      // Confirmed from its form, the act was seen as of its opening.
      const connu = vu ?? { version: enTete.versionVue, reserves: toutesReserves };
      const demande = { acte, contenu, accepte: accepteDe(saisie, vu), vu: connu };
      const suite = await agirSurUnDossier(deps.actes, inscrit, demande, deps.maintenant());
      if (suite.statut === 'A_ACCEPTER') return montrerPlusLoin(deps, c, recu, { aAccepter: suite.reserves });
      if (suite.statut === 'REFUSE') {
        const { code, phrase } = suite.issue;
        return montrerPlusLoin(deps, c, recu, { refus: [{ code: code ?? '', phrase: phrase ?? '' }] });
      }
    }
    return conclure(c, recu);
  });
  return routes;
}

/** The page of a draft: what the act would change, or its form with what is wrong with it. */
const montrerPlusLoin = (
  deps: DependancesWeb,
  c: Context,
  { trouve: { vue }, saisie }: Recu,
  reste: Partial<Pick<Brouillon, 'refus' | 'aAccepter'>> = {},
): Response =>
  versBrouillon(deps, c, `/dossiers/${vue.numero}/evenement/apercu`, { numero: vue.numero, saisie, ...reste });

/** Back to the dossier, which says what became of the act. */
function conclure(c: Context, { trouve: { inscrit, vue }, enTete }: Recu): Response {
  const fin = inscrit.situation?.resultat.dateFinCsp;
  return c.redirect(
    `/dossiers/${vue.numero}?${new URLSearchParams({ acte: enTete.id, ...(fin ? { fin } : {}) })}`,
    303,
  );
}

/** A journey takes acts once it has started. */
async function ouvert(deps: DependancesWeb, c: Context): Promise<DossierTrouve> {
  const trouve = await trouverDossier(deps, c);
  if (trouve.inscrit.situation === null) {
    throw new HTTPException(503, { message: 'Ce dossier est en cours d’ouverture : réessayez dans un instant.' });
  }
  return trouve;
}

async function recevoir(deps: DependancesWeb, c: Context): Promise<Recu> {
  const trouve = await ouvert(deps, c);
  return lireRecu(trouve, await lireFormulaire(c));
}

/** The form of a draft, as it was received. */
function relire(deps: DependancesWeb, c: Context, trouve: DossierTrouve): Recu {
  const { saisie, aAccepter } = brouillonDemande(deps, c, trouve.vue.numero);
  return { ...lireRecu(trouve, saisie), jeton: c.req.query('brouillon'), aAccepter };
}

function lireRecu(trouve: DossierTrouve, saisie: Saisie): Recu {
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
