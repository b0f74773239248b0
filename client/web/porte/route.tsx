import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { roles } from '../../../domain/comptes/roles';
import {
  type Compte,
  fermerSession,
  lireLienEntree,
  lireSession,
  listerAgences,
  listerComptes,
  tracer,
} from '../../../registre';
import { choisirMotDePasse } from '../../usages/choisir-mot-de-passe';
import { Refus } from '../../usages/commun/refus';
import { entrer, ouvrirPour } from '../../usages/entrer';
import { refusDIdentite } from '../../usages/entrer-par-identite';
import { lireFormulaire } from '../commun/recevoir';
import type { DependancesWeb } from '../dependances';
import { compteDe } from './compte-courant';
import { jetonDe, oterJeton } from './cookie';
import { laisserEntrer } from './laisser-entrer';
import { PageDemonstration } from './page-demonstration';
import { PageEntree } from './page-entree';
import { PageLien } from './page-lien';
import { PageReprise } from './page-reprise';
import { PageSortie } from './page-sortie';
import { saisieGardee } from './reprise';
import { sourceDe } from './source';

const STATUTS_REFUS: Readonly<Record<string, 401 | 429>> = { ENTREE_REFUSEE: 401, ENTREE_RALENTIE: 429 };

/**
 * Signing in and out. No page here says whether an address has an account.
 *
 * Refused, a password is answered by the page itself, where every other form leads back to an address of its own: to say there why, the
 * tool would keep something of a stranger, in its memory, which failed attempts would then fill until the drafts of those who work fall
 * out of it, or in the address, which goes to histories and logs. What was typed here is not to be kept anyway; sent again, it is one
 * more attempt, and counted; and its 401 or 429 is what a proxy in front of the tool counts failures by.
 */
export function routesPorte(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const { registre, porte } = deps;
  const essai = porte.demonstration !== null;
  const { motsDePasse } = porte;
  const fournisseur = porte.fournisseur?.nom ?? null;

  routes.get('/entree', (c) =>
    c.html(<PageEntree suite={c.req.query('suite')} {...{ essai, motsDePasse, fournisseur }} />),
  );

  routes.post('/entree', async (c) => {
    refuserSansMotDePasse();
    const { adresse = '', motDePasse = '', code = '', suite } = await lireFormulaire(c);
    try {
      const demande = { adresse, source: sourceDe(c, porte), motDePasse, code };
      const entree = await entrer({ registre, ...porte }, demande, deps.maintenant());
      return await laisserEntrer(deps, c, entree, suite);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const [{ code: refus, phrase }] = erreur.erreurs as [Refus['erreurs'][number]];
      const page = <PageEntree {...{ suite, essai, motsDePasse, fournisseur, adresse }} refus={phrase} />;
      return c.html(page, STATUTS_REFUS[refus] ?? 400);
    }
  });

  routes.post('/sortie', async (c) => {
    const jeton = jetonDe(c, porte);
    const session = jeton === '' ? null : await lireSession(registre, jeton, deps.maintenant());
    const identite = await fermerSession(registre, jeton);
    oterJeton(c, porte);
    if (session !== null)
      await tracer(registre, { numero: null, auteur: session.compte.id, acte: 'SORTIR' }, deps.maintenant());
    const vers = identite === null ? null : await finChezLeFournisseur(identite);
    if (vers === null) return c.redirect('/entree', 303);
    // Not a redirection: the answer to a form may lead nowhere else (Content-Security-Policy), and providers lead on to others.
    c.header('Refresh', `0; url=${vers}`);
    return c.html(<PageSortie nom={fournisseur!} vers={vers} />);
  });

  routes.get('/entree/lien/:jeton', async (c) => {
    const compte = await lireLienEntree(registre, c.req.param('jeton'), deps.maintenant());
    if (compte === null) throw new HTTPException(404, { message: Refus.de('LIEN_ENTREE_INCONNU').message });
    return c.html(montrerLien(c, compte));
  });

  routes.post('/entree/lien/:jeton', async (c) => {
    refuserSansMotDePasse();
    const jeton = c.req.param('jeton');
    const { motDePasse = '', encore = '' } = await lireFormulaire(c);
    try {
      const entree = await choisirMotDePasse(registre, jeton, { motDePasse, encore }, deps.maintenant());
      return await laisserEntrer(deps, c, entree);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const compte = await lireLienEntree(registre, jeton, deps.maintenant());
      if (compte === null) throw new HTTPException(404, { message: erreur.message });
      return c.html(montrerLien(c, compte, erreur.message), 400);
    }
  });

  routes.get('/entree/demonstration/:jeton', async (c) =>
    c.html(<PageDemonstration comptes={await demontres(c)} agences={await listerAgences(registre)} />),
  );

  routes.post('/entree/demonstration/:jeton', async (c) => {
    const { compte: id } = await lireFormulaire(c);
    const compte = (await demontres(c)).find((connu) => connu.id === id);
    if (compte === undefined) throw new HTTPException(404, { message: 'Ce compte n’est pas de la démonstration.' });
    return laisserEntrer(deps, c, await ouvrirPour(registre, compte, 'DEMONSTRATION', deps.maintenant()));
  });

  routes.get('/reprendre', (c) => {
    const compte = compteDe(c);
    const gardee = saisieGardee(deps, compte, c.req.query());
    if (gardee === null)
      throw new HTTPException(410, {
        message: 'Ce qui était écrit n’est plus gardé, et rien n’en a été enregistré : reprenez depuis le dossier.',
      });
    return c.html(<PageReprise {...gardee} />);
  });
  return routes;

  function refuserSansMotDePasse(): void {
    if (!motsDePasse)
      throw new HTTPException(403, { message: `On entre ici par ${fournisseur}, et non par un mot de passe.` });
  }

  function montrerLien(c: Context, compte: Compte, refus?: string) {
    const parIdentite =
      porte.fournisseur !== null && refusDIdentite({ ...porte, fournisseur: porte.fournisseur }, compte) === null;
    const lien = c.req.param('jeton')!;
    return <PageLien {...{ compte, motsDePasse, refus, lien }} fournisseur={parIdentite ? fournisseur : null} />;
  }

  /** Where the provider ends its own session. Whoever signs out is out, whatever becomes of it. */
  async function finChezLeFournisseur(ferme: string): Promise<string | null> {
    try {
      const jeton = Buffer.from(await porte.coffre.ouvrir(ferme)).toString();
      return (await porte.fournisseur?.sortir(jeton)) ?? null;
    } catch (erreur) {
      deps.signaler(erreur);
      return null;
    }
  }

  /** The accounts of the demonstration, counsellors first, for whoever holds its address. */
  async function demontres(c: Context) {
    if (porte.demonstration === null || !memes(c.req.param('jeton') ?? '', porte.demonstration))
      throw new HTTPException(404, { message: 'Cette adresse n’est pas celle que « npm start » a écrite.' });
    return (await listerComptes(registre))
      .filter((compte) => compte.demonstration && compte.desactiveLe === null)
      .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  }
}

const memes = (donne: string, attendu: string): boolean => {
  const [a, b] = [Buffer.from(donne), Buffer.from(attendu)];
  return a.length === b.length && timingSafeEqual(a, b);
};
