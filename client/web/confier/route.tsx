import { type Context, Hono } from 'hono';
import { lireDossier, listerAgences, listerDossiers, listerReferents } from '../../../registre';
import type { Saisie } from '../../saisie/formulaire';
import { Refus } from '../../usages/commun/refus';
import { confier, previsualiserConfier, verifierConfier } from '../../usages/confier';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import { lireFormulaire, parLaPorte } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { FILTRES, FILTRES_PORTEFEUILLE, listeDite } from '../liste/demande';
import { compteDe } from '../porte/compte-courant';
import { PageApercuConfier } from './apercu';
import { direReferent, LISTE, nomCoche, numerosCoches, RIEN_DE_COCHE, TOUTE } from './choix';
import { PageConfier } from './page';

/** Giving one dossier, or those ticked in the list, to another counsellor and to her agency. */
export function routesConfier(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const visesPar = (c: Context, saisie: Saisie) =>
    saisie[TOUTE] === undefined ? cochesDe(saisie) : deLaListe(deps, c, listeDe(saisie));

  routes.get('/dossiers/:numero/referent', async (c) => {
    const { vue, inscrit, personnes } = await trouverDossier(deps, c);
    const refusee = aUnBrouillon(c) ? brouillonDemande(deps, c, vue.numero) : null;
    const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
    const actuel = personnes ? direReferent(personnes.referent, agences) : inscrit.referent;
    const autres = referents.filter(({ id }) => id !== inscrit.referent);
    return c.html(
      <PageConfier vue={vue} actuel={actuel} referents={autres} agences={agences} refusee={refusee} />,
      (refusee?.refus ?? []).length === 0 ? 200 : 400,
    );
  });

  routes.post('/dossiers/:numero/referent/apercu', async (c) => {
    const { numero } = (await trouverDossier(deps, c)).inscrit;
    const saisie = await lireFormulaire(c);
    return redire(c, { numero, saisie, formulaire: `/dossiers/${numero}/referent` }, async () => {
      await verifierConfier(deps.actes, { numeros: [numero] }, versQui(c, saisie));
      return versBrouillon(deps, c, `/dossiers/${numero}/referent/apercu`, { numero, saisie });
    });
  });

  routes.get('/dossiers/:numero/referent/apercu', async (c) => {
    const { numero } = (await trouverDossier(deps, c)).inscrit;
    const { saisie } = brouillonDemande(deps, c, numero);
    const formulaire = `/dossiers/${numero}/referent`;
    return redire(c, { numero, saisie, formulaire }, async () =>
      c.html(
        <PageApercuConfier
          {...(await projetDe(c, [numero], saisie))}
          retour={{ adresse: `/dossiers/${numero}`, libelle: `Dossier ${numero}` }}
          modifier={`${formulaire}?brouillon=${c.req.query('brouillon')}`}
          confirmer={{ adresse: formulaire, champs: { a: saisie.a ?? '' } }}
          boite={deps.boite !== null}
        />,
      ),
    );
  });

  routes.post('/dossiers/:numero/referent', async (c) => {
    const { numero, agence } = (await trouverDossier(deps, c)).inscrit;
    const saisie = await lireFormulaire(c);
    const suite = async () => {
      const { agence: apres } = (await lireDossier(deps.registre, numero))!;
      // Gone to another agency, it is no longer one of hers.
      return apres === agence ? `/dossiers/${numero}?rdv=confie` : '/dossiers?confies=1';
    };
    const adresses = { formulaire: `/dossiers/${numero}/referent`, suite };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, () => confierA(c, [numero], saisie));
  });

  routes.get('/confier/apercu', async (c) => {
    const { saisie } = brouillonDemande(deps, c, '');
    const brouillon = c.req.query('brouillon')!;
    return redireSurLaListe(c, saisie, async () => {
      const projet = await projetDe(c, await visesPar(c, saisie), saisie);
      const liste = adresseDeListe(listeDe(saisie), brouillon);
      const coches = Object.fromEntries(projet.changes.map(({ numero }) => [nomCoche(numero), 'oui']));
      return c.html(
        <PageApercuConfier
          {...projet}
          retour={{ adresse: liste, libelle: 'Dossiers' }}
          modifier={liste}
          confirmer={{
            adresse: '/confier',
            champs: { ...coches, a: saisie.a ?? '', [LISTE]: saisie[LISTE] ?? '' },
          }}
          boite={deps.boite !== null}
        />,
      );
    });
  });

  routes.post('/confier/apercu', async (c) => {
    const saisie = await lireFormulaire(c);
    return redireSurLaListe(c, saisie, async () => {
      await verifierConfier(deps.actes, { numeros: await visesPar(c, saisie) }, versQui(c, saisie));
      return versBrouillon(deps, c, '/confier/apercu', { numero: '', saisie });
    });
  });

  routes.post('/confier', async (c) => {
    const saisie = await lireFormulaire(c);
    return redireSurLaListe(c, saisie, async () => {
      const confies = await confierA(c, cochesDe(saisie), saisie);
      const liste = listeDe(saisie);
      liste.set('confies', String(confies));
      liste.set('a', parLaPorte(saisie).a ?? '');
      return c.redirect(`/dossiers?${liste}`, 303);
    });
  });
  return routes;

  /** Does what a list asks; refused, the list comes back with what was ticked. */
  function redireSurLaListe(c: Context, saisie: Saisie, agir: () => Promise<Response>): Promise<Response> {
    return redire(c, { numero: '', saisie, formulaire: `${adresseDeListe(listeDe(saisie))}#confier` }, agir);
  }

  /** Does what a form asks; refused, that form comes back with what was typed. */
  async function redire(
    c: Context,
    { formulaire, ...saisi }: { numero: string; saisie: Saisie; formulaire: string },
    agir: () => Promise<Response>,
  ): Promise<Response> {
    try {
      return await agir();
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      return versBrouillon(deps, c, formulaire, { ...saisi, refus: erreur.erreurs });
    }
  }

  /** What giving these dossiers would do. @throws Refus as the act itself would */
  async function projetDe(c: Context, numeros: readonly string[], saisie: Saisie) {
    const vers = versQui(c, saisie);
    const projet = await previsualiserConfier(deps.actes, { numeros }, vers, deps.maintenant());
    const agences = await listerAgences(deps.registre);
    const ailleurs = projet.referent.agence !== vers.agence;
    return { ...projet, aQui: direReferent(projet.referent, agences), ailleurs };
  }

  /** @returns how many changed hands */
  async function confierA(c: Context, numeros: readonly string[], saisie: Saisie): Promise<number> {
    const qui = { ...versQui(c, saisie), auteur: compteDe(c).id };
    const confies = await confier(deps.confier, { numeros }, qui, deps.maintenant());
    return confies.numeros.length;
  }
}

/** To whom a form gives them, among the dossiers of who asks. @throws Refus when it says nobody */
function versQui(c: Context, saisie: Saisie): { a: string; agence: string | null } {
  const { a = '' } = parLaPorte(saisie);
  if (a === '')
    throw new Refus([
      { code: 'CHAMP_MANQUANT:a', phrase: 'Choisissez à quel référent confier : rien n’a été changé.' },
    ]);
  return { a, agence: compteDe(c).agence };
}

/** The dossiers that a list ticked. @throws Refus when it ticked none */
function cochesDe(saisie: Saisie): string[] {
  const numeros = numerosCoches(parLaPorte(saisie));
  if (numeros.length === 0)
    throw new Refus([{ code: RIEN_DE_COCHE, phrase: 'Cochez d’abord les dossiers à confier.' }]);
  return numeros;
}

/** A portfolio, and some more; each is asked what it would write before it changes hands. */
const CONFIES_MAX = 200;

/** All the dossiers of a list, whichever page it was on. @throws Refus when they are too many for one preview */
async function deLaListe(deps: DependancesWeb, c: Context, liste: URLSearchParams): Promise<string[]> {
  const { filtre } = await listeDite(deps, c, liste);
  const lignes = await listerDossiers(deps.registre, { ...filtre, limite: CONFIES_MAX + 1 });
  if (lignes.length > CONFIES_MAX)
    throw new Refus([
      {
        code: RIEN_DE_COCHE,
        phrase: `Cette liste est trop longue : ${CONFIES_MAX} dossiers au plus se confient à la fois. Bornez-la, à un référent par exemple.`,
      },
    ]);
  return lignes.map(({ numero }) => numero);
}

/** Where a list is, with the draft of what was ticked there. */
function adresseDeListe(liste: URLSearchParams, brouillon?: string): string {
  const criteres = new URLSearchParams(liste);
  if (brouillon !== undefined) criteres.set('brouillon', brouillon);
  return criteres.size === 0 ? '/dossiers' : `/dossiers?${criteres}`;
}

/** What narrowed the list that a form was on: one goes back to that list, and nowhere else. */
function listeDe({ [LISTE]: liste = '' }: Saisie): URLSearchParams {
  const demandes = new URLSearchParams(liste.split('?')[1]);
  const connus: readonly string[] = [...FILTRES, ...FILTRES_PORTEFEUILLE, 'page'];
  return new URLSearchParams([...demandes].filter(([nom]) => connus.includes(nom)));
}
