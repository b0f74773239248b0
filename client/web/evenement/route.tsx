import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { estTypeEvenement } from '../../../domain/faits/evenements';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { intituleRendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { listerRendezVous, tracer } from '../../../registre';
import { entreeEnClair } from '../../affichage/evenement';
import { instantEnClair } from '../../affichage/libelles';
import { nomSaisi } from '../../saisie/formulaire';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import {
  type ContenuSigne,
  champsDe,
  type EnTeteActe,
  lireActe,
  lireEnTete,
  nouvelEnTete,
  type Saisie,
  saisieInitiale,
} from './acte';
import { PageApercu } from './apercu';
import { PageChoix } from './choix';
import { PageFormulaire } from './formulaire';

/** A form as it came back, with its dossier. */
interface Recu {
  trouve: DossierTrouve;
  enTete: EnTeteActe;
  saisie: Saisie;
}

/** Recording a fact: choose, fill in, preview, confirm. Nothing is recorded before the confirmation. */
export function routesEvenement(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/evenement', async (c) => {
    const trouve = await ouvert(deps, c);
    const { type, corrige } = c.req.query();
    if (corrige !== undefined) {
      const vise = vivant(trouve, corrige);
      if (!vise.evenement)
        throw new HTTPException(404, { message: 'Cette entrée n’est pas un événement que l’on corrige.' });
      const enTete = nouvelEnTete('corriger', trouve.inscrit, { type: vise.evenement.type, entree: vise.id });
      return c.html(formulaire({ trouve, enTete, saisie: saisieInitiale(enTete, trouve.inscrit) }));
    }
    if (!estTypeEvenement(type)) return c.html(<PageChoix vue={trouve.vue} />);
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
    return apercevoirActe(deps, c, { trouve, enTete: nouvelEnTete('confirmerSilence', trouve.inscrit), saisie: {} });
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
    return apercevoirActe(deps, c, await recevoir(deps, c));
  });

  routes.post('/dossiers/:numero/evenement', async (c) => {
    const recu = await recevoir(deps, c);
    const { enTete, trouve } = recu;
    const lu = lireActe(enTete, recu.saisie, trouve.inscrit, deps.auteur);
    // Sent twice (a double click, a page reloaded): the act is already there, and so is its answer.
    const deja = trouve.inscrit.memoire?.issues[enTete.id] !== undefined;
    if (!deja) {
      if (!lu.ok) return c.html(formulaire(recu, lu.erreurs), 400);
      const apercu = await deps.actes.previsualiser(trouve.vue.numero, enTete.acte, lu.contenu, deps.maintenant());
      if (apercu.faitsRepousses.length > 0 && recu.saisie._repousse !== 'oui')
        return apercevoir(deps, c, recu, lu.contenu, true);
      const issue = await deps.actes.agir(trouve.vue.numero, enTete.acte, lu.contenu);
      if (issue !== 'EN_COURS' && issue.statut === 'REFUSE')
        return c.html(formulaire(recu, { '': issue.phrase ?? '' }, issue.code), 400);
      await tracer(
        deps.registre,
        {
          cle: enTete.id,
          numero: trouve.vue.numero,
          auteur: lu.contenu.auteur,
          acte: ACTES_AUDIT[enTete.acte],
          // The second person of a confirmation is named in a form: who held the keyboard is kept too.
          details: { id: enTete.id, ...(lu.contenu.auteur === deps.auteur ? {} : { saisiPar: deps.auteur }) },
        },
        deps.maintenant(),
      );
    }
    const fin = trouve.inscrit.situation?.resultat.dateFinCsp;
    const suite = new URLSearchParams({ acte: enTete.id, ...(fin ? { fin } : {}) });
    return c.redirect(`/dossiers/${trouve.vue.numero}?${suite}`, 303);
  });
  return routes;
}

const ACTES_AUDIT = {
  consigner: 'CONSIGNER',
  corriger: 'CORRIGER',
  annuler: 'ANNULER',
  rectifierDossier: 'RECTIFIER',
  adopterReglement: 'ADOPTER',
  confirmerSilence: 'CONFIRMERSILENCE',
  confirmer: 'CONFIRMER',
} as const;

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

function formulaire(
  { trouve, enTete, saisie }: Recu,
  erreurs: Record<string, string> = {},
  code: string | null = null,
) {
  const { journal } = trouve.inscrit;
  const vise = enTete.entree === null ? undefined : journal.find((e) => e.id === enTete.entree);
  return (
    <PageFormulaire
      vue={trouve.vue}
      enTete={enTete}
      saisie={saisie}
      erreurs={erreurs}
      code={code}
      cible={vise ? entreeEnClair(vise, journal) : null}
      consigne={vise ? { par: vise.auteur, le: instantEnClair(vise.enregistreLe, trouve.fuseau) } : null}
    />
  );
}

async function apercevoirActe(deps: DependancesWeb, c: Context, recu: Recu) {
  const lu = lireActe(recu.enTete, recu.saisie, recu.trouve.inscrit, deps.auteur);
  return lu.ok ? apercevoir(deps, c, recu, lu.contenu) : c.html(formulaire(recu, lu.erreurs), 400);
}

async function apercevoir(deps: DependancesWeb, c: Context, recu: Recu, contenu: ContenuSigne, aConfirmer = false) {
  const { trouve, enTete, saisie } = recu;
  const maintenant = deps.maintenant();
  const apercu = await deps.actes.previsualiser(trouve.vue.numero, enTete.acte, contenu, maintenant);
  const { statut, code, phrase } = apercu.issue;
  if (statut === 'REFUSE') return c.html(formulaire(recu, { '': phrase ?? '' }, code), 400);
  const { journal } = trouve.inscrit;
  const { evenement, remplace, annule, champs, reglement, confirme } = contenu as Record<string, unknown> as {
    [cle: string]: never;
  };
  const entree = {
    id: enTete.id,
    auteur: contenu.auteur,
    enregistreLe: maintenant.toISOString(),
    evenement,
    remplace,
    annule,
    rectification: champs,
    reglement,
    confirme,
    ...(enTete.acte === 'confirmerSilence' ? { silenceConfirme: true as const } : {}),
  };
  const gardes = new Set(champsDe(enTete).map((champ) => nomSaisi(champ.nom)));
  return c.html(
    <PageApercu
      vue={trouve.vue}
      enTete={enTete}
      saisie={Object.fromEntries(Object.entries(saisie).filter(([nom]) => gardes.has(nom)))}
      resume={entreeEnClair(entree, journal)}
      apercu={apercu}
      auteur={contenu.auteur}
      cible={journal.find((e) => e.id === enTete.entree) ?? null}
      fuseau={trouve.fuseau}
      journal={journal}
      depassee={enTete.entreesVues < journal.length}
      aConfirmer={aConfirmer}
      rendezVousArretes={await rendezVousArretes(deps, trouve, apercu, maintenant)}
    />,
    aConfirmer ? 400 : 200,
  );
}

/** Appointments still to come whose letters a reported death stops, in one line each. */
async function rendezVousArretes(
  { registre }: DependancesWeb,
  { vue, fuseau }: DossierTrouve,
  { avant, apres }: Apercu,
  maintenant: Date,
): Promise<string[]> {
  if (avant.decesSignale || !apres.decesSignale) return [];
  return (await listerRendezVous(registre, vue.numero))
    .filter(({ statut, debut }) => statut === 'PREVU' && debut > maintenant.toISOString())
    .map((r) => `${intituleRendezVous(r)}, le ${instantEnClair(r.debut, fuseau)}`);
}
