import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { roles } from '../../../domain/comptes/roles';
import { fermerSession, lireLienEntree, lireSession, listerComptes, tracer } from '../../../registre';
import { choisirMotDePasse } from '../../usages/choisir-mot-de-passe';
import { Refus } from '../../usages/commun/refus';
import { type Entree, entrer, ouvrirPour } from '../../usages/entrer';
import { lireFormulaire } from '../commun/recevoir';
import type { DependancesWeb } from '../dependances';
import { compteDe } from './compte-courant';
import { jetonDe, oterJeton, poserJeton } from './cookie';
import { PageDemonstration } from './page-demonstration';
import { PageEntree } from './page-entree';
import { PageLien } from './page-lien';
import { PageReprise } from './page-reprise';
import { saisieGardee } from './reprise';
import { suiteDe } from './suite';

/** Signing in and out. No page here says whether an address has an account. */
export function routesPorte(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const { registre, porte } = deps;
  const essai = porte.demonstration !== null;

  routes.get('/entree', (c) => c.html(<PageEntree suite={c.req.query('suite')} essai={essai} />));

  routes.post('/entree', async (c) => {
    const { adresse = '', motDePasse = '', code = '', suite } = await lireFormulaire(c);
    try {
      const demande = { adresse, motDePasse, code };
      const entree = await entrer({ registre, ...porte }, demande, deps.maintenant());
      return await laisserEntrer(deps, c, entree, suite);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const [{ code: refus, phrase }] = erreur.erreurs as [Refus['erreurs'][number]];
      const page = <PageEntree suite={suite} essai={essai} adresse={adresse} refus={phrase} />;
      return c.html(page, refus === 'ENTREE_RALENTIE' ? 429 : 401);
    }
  });

  routes.post('/sortie', async (c) => {
    const jeton = jetonDe(c);
    const session = jeton === '' ? null : await lireSession(registre, jeton, deps.maintenant());
    await fermerSession(registre, jeton);
    oterJeton(c, porte);
    if (session !== null)
      await tracer(registre, { numero: null, auteur: session.compte.id, acte: 'SORTIR' }, deps.maintenant());
    return c.redirect('/entree', 303);
  });

  routes.get('/entree/lien/:jeton', async (c) => {
    const compte = await lireLienEntree(registre, c.req.param('jeton'), deps.maintenant());
    if (compte === null) throw new HTTPException(404, { message: Refus.de('LIEN_ENTREE_INCONNU').message });
    return c.html(<PageLien compte={compte} />);
  });

  routes.post('/entree/lien/:jeton', async (c) => {
    const jeton = c.req.param('jeton');
    const { motDePasse = '', encore = '' } = await lireFormulaire(c);
    try {
      const entree = await choisirMotDePasse(registre, jeton, { motDePasse, encore }, deps.maintenant());
      return await laisserEntrer(deps, c, entree);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const compte = await lireLienEntree(registre, jeton, deps.maintenant());
      if (compte === null) throw new HTTPException(404, { message: erreur.message });
      return c.html(<PageLien compte={compte} refus={erreur.message} />, 400);
    }
  });

  routes.get('/entree/demonstration/:jeton', async (c) => c.html(<PageDemonstration comptes={await demontres(c)} />));

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

/** A new session each time: the one that this browser held, were it somebody else's, ends. */
async function laisserEntrer(
  { registre, porte }: DependancesWeb,
  c: Context,
  { compte, jeton }: Entree,
  suite?: string,
): Promise<Response> {
  await fermerSession(registre, jetonDe(c));
  poserJeton(c, porte, jeton);
  return c.redirect(suiteDe(suite, compte.role), 303);
}
