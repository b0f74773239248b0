import { lienEntree } from '../../client/usages/commun/lien-entree';
import { hacher } from '../../client/usages/commun/mot-de-passe';
import { Fournisseur } from '../../client/usages/identite/fournisseur';
import type { DependancesWeb } from '../../client/web/dependances';
import { creerPorte } from '../../client/web/porte/creer-porte';
import { changerEmpreinte, desactiverCompte, listerComptes } from '../../registre';
import { demarrerFournisseur, type FournisseurDeTest } from '../outils/identite';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

const LOCAL = 'http://127.0.0.1:3000';
const CLIENT = { client: 'jalon', secret: 'secret d-essai : 100 % / +' };

let banc: Banc;
let chezEux: FournisseurDeTest;
let maintenant = MAINTENANT;
beforeAll(async () => {
  [banc, chezEux] = await Promise.all([
    ouvrirBanc({ maintenant: () => maintenant }),
    demarrerFournisseur({ ...CLIENT, jalon: LOCAL }),
  ]);
});
afterAll(async () => {
  await chezEux?.arreter();
  await banc?.fermer();
});

const fournisseur = (plus: { acr?: string[]; emetteur?: string } = {}) =>
  new Fournisseur({ ...CLIENT, emetteur: chezEux.adresse, nom: 'Identité d’essai', acr: [], ...plus }, LOCAL);
let outils: Banc[] = [];
/** The tool, with other settings of its door, over the same register. */
async function ouvrir(porte: Partial<DependancesWeb['porte']> = {}): Promise<Banc> {
  const { coffre } = banc.deps.porte;
  const outil = await ouvrirBanc({
    registre: banc.registre,
    maintenant: () => maintenant,
    porte: creerPorte({ coffre, fournisseur: fournisseur(), ...porte }),
  });
  outils.push(outil);
  return outil;
}
beforeEach(() => {
  maintenant = MAINTENANT;
  chezEux.oublier();
});
afterEach(async () => {
  for (const { erreurs } of outils) expect(erreurs).toEqual([]);
  await Promise.all(outils.map((outil) => outil.fermer()));
  outils = [];
});

/** A browser without an account: what Jalon puts in it, it gives back. */
function navigateur({ nu }: Banc) {
  const cookies = new Map<string, string>();
  const demander = async (adresse: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ');
    const headers = { Origin: LOCAL, 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { cookie } : {}), ...init.headers };
    const reponse = await nu.request(new URL(adresse, LOCAL).href, { ...init, headers });
    for (const pose of reponse.headers.getSetCookie()) {
      const [, nom, valeur] = /^([^=]+)=([^;]*)/.exec(pose)!;
      if (/Max-Age=0/.test(pose)) cookies.delete(nom!);
      else cookies.set(nom!, valeur!);
    }
    return reponse;
  };
  const poster = (adresse: string, champs: Record<string, string> = {}) =>
    demander(adresse, { method: 'POST', body: new URLSearchParams(champs) });
  /** To the provider, where she says who she is. @returns the address by which she comes back */
  const partir = async (qui: Record<string, string>, depart = '/entree/identite') =>
    chezEux.suivre((await demander(depart)).headers.get('location')!, qui);
  return {
    cookies,
    demander,
    poster,
    partir,
    entrer: async (qui: Record<string, string>, depart?: string) => demander(await partir(qui, depart)),
  };
}
type Navigateur = ReturnType<typeof navigateur>;

const compteDe = async (id: string) => (await listerComptes(banc.registre)).find((compte) => compte.id === id)!;
const lireLienDe = async (id: string) =>
  `/entree/identite?${new URLSearchParams({ lien: (await lienEntree(banc.registre, id, maintenant)).split('/').at(-1)! })}`;
const traces = async (acte: string) =>
  (await banc.registre.pool.query(`SELECT auteur, details FROM audit WHERE acte = $1 ORDER BY id`, [acte])).rows;
const dire = async (reponse: Response) => [reponse.status, texteDe(await reponse.text())];
/** An account that enters by this identity. */
async function lie(outil: Banc, role: Parameters<Banc['comme']>[0]['role'], sujet: string): Promise<Navigateur> {
  const id = `id-${sujet}`;
  await outil.comme({ role, id });
  const celui = navigateur(outil);
  expect((await celui.entrer({ sujet }, await lireLienDe(id))).status).toBe(303);
  return celui;
}

describe('entrer', () => {
  it('qui tient un lien choisit d’entrer par son identité, puis entre par elle, là où elle allait', async () => {
    const outil = await ouvrir();
    await outil.comme({ role: 'RESPONSABLE', id: 'chef' });
    const empreinte = await hacher('les tisserands du quai');
    await changerEmpreinte(banc.registre, { id: 'chef', empreinte }, 'essai', maintenant);
    const lien = await lienEntree(banc.registre, 'chef', maintenant);
    const elle = navigateur(outil);
    const page = await (await elle.demander(lien)).text();
    const vers = /href="(\/entree\/identite\?lien=[\w-]+)"/.exec(page)![1]!;
    const premiere = await elle.entrer({ sujet: 'sujet-1' }, vers);
    expect([premiere.status, premiere.headers.get('location')]).toEqual([303, '/']);
    expect(await compteDe('chef')).toMatchObject({ motDePasse: false, parIdentite: true, role: 'RESPONSABLE' });
    expect((await elle.demander(lien)).status).toBe(404);

    const autre = navigateur(outil);
    const entree = await autre.demander('/dossiers?etape=x');
    const accueil = await (await autre.demander(entree.headers.get('location')!)).text();
    const depart = /href="(\/entree\/identite\?suite=[^"]+)"/.exec(accueil)![1]!;
    const retour = await autre.entrer({ sujet: 'sujet-1' }, depart);
    expect([retour.status, retour.headers.get('location')]).toEqual([303, '/dossiers?etape=x']);
    expect(retour.headers.getSetCookie().join(' ')).toMatch(/session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    expect(texteDe(await (await autre.demander('/compte')).text())).toContain(
      '(agence agence-inventee), qui entre par son fournisseur d’identité',
    );
    expect((await traces('ENTRER')).at(-1)).toEqual({ auteur: 'chef', details: { par: 'IDENTITE' } });
    expect(await traces('LIER_IDENTITE')).toEqual([
      { auteur: 'chef', details: { compte: 'chef', emetteur: chezEux.adresse } },
    ]);
    // The password that it had does no more.
    const { status } = await navigateur(outil).poster('/entree', {
      adresse: 'chef@example.org',
      motDePasse: 'les tisserands du quai',
    });
    expect(status).toBe(401);
  });

  it('chaque entrée ouvre une session neuve, et ferme celle que le navigateur tenait', async () => {
    const elle = await lie(await ouvrir(), 'CONSEILLER', 'neuve');
    const avant = elle.cookies.get('session')!;
    await elle.entrer({ sujet: 'neuve' });
    expect(elle.cookies.get('session')).not.toBe(avant);
    elle.cookies.set('session', avant);
    expect((await elle.demander('/')).headers.get('location')).toBe('/entree');
  });

  it('une identité qui n’ouvre aucun compte est accueillie par une page, et rien n’est créé', async () => {
    const outil = await ouvrir();
    const avant = await listerComptes(banc.registre);
    const inconnue = navigateur(outil);
    // The address of an account is not a way in: only the pair that was linked.
    expect(await dire(await inconnue.entrer({ sujet: 'conseillere-1@example.org' }))).toEqual([
      403,
      expect.stringContaining('aucun compte ne s’ouvre avec elle. Demandez un lien d’entrée'),
    ]);
    expect([...inconnue.cookies.keys()]).toEqual([]);
    expect(await listerComptes(banc.registre)).toEqual(avant);
    expect((await traces('ENTREE_REFUSEE')).at(-1)).toEqual({
      auteur: 'inconnu',
      details: { compte: null, par: 'IDENTITE' },
    });
  });

  it('un compte désactivé n’entre plus, et son identité peut en ouvrir un autre', async () => {
    const outil = await ouvrir();
    const elle = await lie(outil, 'CONSEILLER', 'partie');
    await desactiverCompte(banc.registre, 'id-partie', 'essai', maintenant);
    expect((await elle.demander('/')).headers.get('location')).toBe('/entree');
    expect((await elle.entrer({ sujet: 'partie' })).status).toBe(403);
    await outil.comme({ role: 'CONSEILLER', id: 'revenue' });
    expect((await elle.entrer({ sujet: 'partie' }, await lireLienDe('revenue'))).status).toBe(303);
  });

  it('une identité n’ouvre qu’un compte', async () => {
    const outil = await ouvrir();
    await lie(outil, 'CONSEILLER', 'unique');
    await outil.comme({ role: 'RESPONSABLE', id: 'second' });
    const elle = navigateur(outil);
    expect(await dire(await elle.entrer({ sujet: 'unique' }, await lireLienDe('second')))).toEqual([
      403,
      expect.stringContaining('ouvre déjà un autre compte'),
    ]);
    expect((await compteDe('second')).parIdentite).toBe(false);
  });

  it('le lien d’un autre, suivi depuis ailleurs, montre d’abord de quel compte il s’agit', async () => {
    const outil = await ouvrir();
    await outil.comme({ role: 'CONSEILLER', id: 'piege' });
    const depart = await lireLienDe('piege');
    const reponse = await navigateur(outil).demander(depart, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    const vers = reponse.headers.get('location')!;
    expect([reponse.status, vers]).toEqual([303, `/entree/lien/${depart.split('=').at(-1)}`]);
    expect((await lirePage({ app: outil.nu as never }, vers)).texte).toContain('Pour le compte de Compte piege');
  });

  it('un compte réinitialisé ne s’ouvre plus par son ancienne identité', async () => {
    const elle = await lie(await ouvrir(), 'CONSEILLER', 'ancienne');
    await changerEmpreinte(banc.registre, { id: 'id-ancienne', empreinte: null }, 'essai', maintenant);
    expect((await elle.entrer({ sujet: 'ancienne' })).status).toBe(403);
  });
});

describe('un retour qui n’est pas le sien n’ouvre rien', () => {
  it('celui d’un autre navigateur, un second, un trop tardif, un état inventé', async () => {
    const outil = await ouvrir();
    const elle = await lie(outil, 'CONSEILLER', 'rejeu');
    const perdue = [403, expect.stringContaining('recommencez')];
    const vers = await elle.partir({ sujet: 'rejeu' });
    expect(await dire(await navigateur(outil).demander(vers))).toEqual(perdue);
    expect((await elle.demander(vers)).status).toBe(303);
    expect(await dire(await elle.demander(vers))).toEqual(perdue);
    const tard = await elle.partir({ sujet: 'rejeu' });
    maintenant = new Date(maintenant.getTime() + 16 * 60_000);
    expect(await dire(await elle.demander(tard))).toEqual(perdue);
    const faux = new URL(await elle.partir({ sujet: 'rejeu' }));
    faux.searchParams.set('state', 'a'.repeat(43));
    expect(await dire(await elle.demander(faux.href))).toEqual(perdue);
    const forge = navigateur(outil);
    const ailleurs = await forge.partir({ sujet: 'rejeu' });
    forge.cookies.set('entree', `essai.${Buffer.alloc(80, 1).toString('base64')}`);
    expect(await dire(await forge.demander(ailleurs))).toEqual(perdue);
    expect(forge.cookies.has('session')).toBe(false);
  });

  it('ce que le navigateur emporte est fermé, et ne vient que de cet outil', async () => {
    const depart = await navigateur(await ouvrir({ tls: true })).demander('/entree/identite');
    expect(depart.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-entree=essai\.[\w%]+; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it('un code déjà donné, ou d’un autre départ, non plus : la preuve (PKCE) manque', async () => {
    const outil = await ouvrir();
    await lie(outil, 'CONSEILLER', 'preuve');
    const [une, autre] = [navigateur(outil), navigateur(outil)];
    const code = new URL(await une.partir({ sujet: 'preuve' })).searchParams.get('code')!;
    chezEux.oublier();
    const vers = new URL(await autre.partir({ sujet: 'preuve' }));
    vers.searchParams.set('code', code);
    expect(await dire(await autre.demander(vers.href))).toEqual([403, expect.stringContaining('recommencez')]);
    expect(autre.cookies.has('session')).toBe(false);
  });

  it('trente de suite ferment l’adresse du réseau d’où ils viennent', async () => {
    const outil = await ouvrir();
    const elle = await lie(outil, 'CONSEILLER', 'lente');
    for (let fois = 0; fois < 30; fois++) outil.deps.porte.tentatives.compterSource('', maintenant);
    expect(await dire(await elle.entrer({ sujet: 'lente' }))).toEqual([
      429,
      expect.stringContaining('attendez un quart d’heure'),
    ]);
  });

  it('qui renonce chez son fournisseur revient, et peut recommencer', async () => {
    const elle = navigateur(await ouvrir());
    expect(await dire(await elle.entrer({ refus: 'access_denied' }))).toEqual([
      403,
      expect.stringMatching(/a été abandonnée, ou refusée.*Recommencer avec Identité d’essai.*Entrer autrement/),
    ]);
  });
});

describe('un second facteur', () => {
  it('exigé du fournisseur, est vérifié au retour', async () => {
    const outil = await ouvrir({ fournisseur: fournisseur({ acr: ['fort'] }), secondFacteurExige: true });
    await outil.comme({ role: 'ADMINISTRATEUR', id: 'admin' });
    const elle = navigateur(outil);
    const lien = await lireLienDe('admin');
    // A browser can take away what asks for it: the provider then lets her through, and Jalon does not.
    const sansDemande = new URL((await elle.demander(lien)).headers.get('location')!);
    expect(sansDemande.searchParams.get('claims')).toContain('"essential":true');
    sansDemande.searchParams.delete('claims');
    const faible = await elle.demander(await chezEux.suivre(sansDemande.href, { sujet: 'admin', acr: 'faible' }));
    expect(await dire(faible)).toEqual([403, expect.stringContaining('n’a pas demandé de second facteur')]);
    chezEux.oublier();
    expect((await elle.entrer({ sujet: 'admin', acr: 'fort' }, lien)).status).toBe(303);
    // No code of ours is asked for besides.
    expect((await elle.demander('/exploitation')).status).toBe(200);

    const sans = await ouvrir({ secondFacteurExige: true });
    expect((await navigateur(sans).entrer({ sujet: 'admin' })).status).toBe(403);
    expect((await traces('ENTREE_REFUSEE')).at(-1)).toEqual({
      auteur: 'inconnu',
      details: { compte: 'admin', par: 'IDENTITE' },
    });
  });

  it('n’étant pas exigé, un administrateur n’est pas invité à entrer ainsi', async () => {
    const outil = await ouvrir({ secondFacteurExige: true });
    await outil.comme({ role: 'ADMINISTRATEUR', id: 'autre-admin' });
    const lien = await lienEntree(banc.registre, 'autre-admin', maintenant);
    expect((await lirePage({ app: outil.nu as never }, lien)).html).not.toContain('/entree/identite');
    const elle = navigateur(outil);
    expect((await elle.entrer({ sujet: 'a' }, await lireLienDe('autre-admin'))).status).toBe(403);
  });
});

it('sortir ferme la session ici, puis celle du fournisseur', async () => {
  const elle = await lie(await ouvrir(), 'CONSEILLER', 'sortante');
  const sortie = await elle.poster('/sortie');
  expect([sortie.status, elle.cookies.has('session')]).toEqual([200, false]);
  const vers = /^0; url=(.*)$/.exec(sortie.headers.get('refresh')!)![1]!;
  expect(vers).toMatch(/\/session\/end\?id_token_hint=[^&]+&post_logout_redirect_uri=[^&]+entree&state=[\w-]{43}$/);
  expect(texteDe(await sortie.text())).toContain('Votre session chez Identité d’essai se ferme aussi');
  // The provider recognises its own token, and asks before it ends its session.
  const page = await fetch(vers);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('session/end/confirm')]);
  expect((await traces('SORTIR')).at(-1)).toEqual({ auteur: 'id-sortante', details: {} });
  const { rows } = await banc.registre.pool.query(
    'SELECT jeton_identite FROM sessions WHERE jeton_identite IS NOT NULL',
  );
  for (const { jeton_identite: ferme } of rows) expect(ferme).toMatch(/^essai\.[A-Za-z0-9+/=]+$/);
});

describe('sans mot de passe', () => {
  it('on n’entre que par son identité', async () => {
    const outil = await ouvrir({ motsDePasse: false });
    const elle = navigateur(outil);
    const page = await (await elle.demander('/entree')).text();
    expect([page.includes('motDePasse'), page.includes('Entrer avec Identité d’essai')]).toEqual([false, true]);
    await outil.comme({ role: 'CONSEILLER', id: 'sans-mot' });
    const lien = await lienEntree(banc.registre, 'sans-mot', maintenant);
    expect(await (await elle.demander(lien)).text()).not.toContain('motDePasse');
    for (const adresse of ['/entree', lien])
      expect(await dire(await elle.poster(adresse, { motDePasse: 'les vannes du barrage' }))).toEqual([
        403,
        expect.stringContaining('On entre ici par Identité d’essai'),
      ]);
  });
});

it('un fournisseur qui ne répond pas est dit, la porte reste, et l’on sort quand même', async () => {
  const absent = fournisseur({ emetteur: 'http://127.0.0.1:1' });
  const outil = await ouvrir();
  const elle = await lie(outil, 'CONSEILLER', 'isolee');
  const seul = await ouvrir({ fournisseur: absent });
  const ici = navigateur(seul);
  expect(await dire(await ici.demander('/entree/identite'))).toEqual([
    503,
    expect.stringContaining('On ne peut pas entrer par Identité d’essai en ce moment'),
  ]);
  expect((await ici.demander('/entree')).status).toBe(200);
  ici.cookies.set('session', elle.cookies.get('session')!);
  expect((await ici.poster('/sortie')).headers.get('location')).toBe('/entree');
  expect(seul.erreurs.splice(0)).toHaveLength(2);
});

it('sans fournisseur, ses pages n’existent pas', async () => {
  for (const page of ['/entree/identite', '/entree/identite/retour'])
    expect((await lirePage({ app: banc.nu as never }, page)).statut).toBe(404);
  expect((await lirePage({ app: banc.nu as never }, '/entree')).html).not.toContain('/entree/identite');
});
