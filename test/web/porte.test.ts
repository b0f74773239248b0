import { lireMandataires } from '../../client/local/mandataires';
import { lienEntree } from '../../client/usages/commun/lien-entree';
import { hacher } from '../../client/usages/commun/mot-de-passe';
import { codeDe, pasDe } from '../../client/usages/commun/second-facteur';
import { creerPorte } from '../../client/web/porte/creer-porte';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { changerEmpreinte, clesDesSecondsFacteurs, desactiverCompte, lireDossier, listerComptes } from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

const LOCAL = 'http://127.0.0.1:3000';
const MOT_DE_PASSE = 'les tisserands du quai';
const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };

let banc: Banc;
let maintenant = MAINTENANT;
beforeAll(async () => {
  banc = await ouvrirBanc({ maintenant: () => maintenant });
  await choisir('conseillere-1');
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  maintenant = MAINTENANT;
  Object.assign(banc.deps.porte, creerPorte(banc.deps.porte));
});
afterEach(() => expect(banc.erreurs).toEqual([]));

async function choisir(id: string): Promise<void> {
  const empreinte = await hacher(MOT_DE_PASSE);
  await changerEmpreinte(banc.registre, { id, empreinte }, id, MAINTENANT);
}
const avancer = (minutes: number) => {
  maintenant = new Date(maintenant.getTime() + minutes * 60_000);
};
/** A browser that holds this session, or none. */
const demander = (chemin: string, session = '', init: RequestInit = {}) =>
  banc.nu.request(`${LOCAL}${chemin}`, {
    ...init,
    headers: {
      Origin: LOCAL,
      'Sec-Fetch-Site': 'same-origin',
      ...(session ? { Cookie: `session=${session}` } : {}),
      ...init.headers,
    },
  });
const poster = (chemin: string, champs: Record<string, string>, session = '') =>
  demander(chemin, session, { method: 'POST', body: new URLSearchParams(champs) });
const sessionDe = (reponse: Response): string =>
  /session=([^;]*)/.exec(reponse.headers.get('set-cookie') ?? '')?.[1] ?? '';
const entrer = (plus: Record<string, string> = {}, session = '') =>
  poster('/entree', { adresse: 'Conseillere-1@example.org', motDePasse: MOT_DE_PASSE, ...plus }, session);

describe('entrer', () => {
  it('par son adresse et son mot de passe ; le navigateur seul tient la session, et la rend à cet outil seul', async () => {
    const reponse = await entrer();
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/']);
    expect(reponse.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await demander('/', sessionDe(reponse));
    expect([page.status, texteDe(await page.text())]).toEqual([
      200,
      expect.stringContaining('Compte conseillere-1 (conseiller)'),
    ]);
    banc.deps.porte.tls = true;
    // A name that browsers take from this host alone, over TLS.
    expect((await entrer()).headers.get('set-cookie')).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    banc.deps.porte.tls = false;
  });

  it('chaque entrée ouvre une session neuve, et ferme celle que le navigateur tenait', async () => {
    const premiere = sessionDe(await entrer());
    const seconde = sessionDe(await entrer({}, premiere));
    expect(seconde).not.toBe(premiere);
    expect((await demander('/', premiere)).headers.get('location')).toBe('/entree');
    expect((await demander('/', seconde)).status).toBe(200);
  });

  it('une adresse inconnue et un mot de passe faux se disent pareil, et ne s’écrivent nulle part', async () => {
    const pages = [];
    const faux: Record<string, string>[] = [{ motDePasse: 'pas celui-là' }, { adresse: 'zyxwvut@example.org' }];
    for (const essai of faux) {
      const reponse = await entrer(essai);
      expect(reponse.status).toBe(401);
      pages.push(texteDe(await reponse.text()));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain('L’adresse, le mot de passe ou le code n’est pas le bon.');
    const { rows } = await banc.registre.pool.query(
      `SELECT auteur, details FROM audit WHERE acte = 'ENTREE_REFUSEE' ORDER BY id`,
    );
    expect(rows).toEqual([
      { auteur: 'inconnu', details: { compte: 'conseillere-1' } },
      { auteur: 'inconnu', details: { compte: null } },
    ]);
  });

  it('après cinq échecs, il faut attendre un quart d’heure', async () => {
    for (let fois = 0; fois < 5; fois++) expect((await entrer({ motDePasse: 'faux' })).status).toBe(401);
    const refus = await entrer();
    expect([refus.status, texteDe(await refus.text())]).toEqual([
      429,
      expect.stringContaining('attendez un quart d’heure'),
    ]);
    avancer(15);
    expect((await entrer()).status).toBe(303);
  });

  it('trente échecs d’une même adresse du réseau la ferment, et elle seule, quoi qu’elle dise d’elle-même', async () => {
    const depuis = async (remoteAddress: string) => {
      const headers = { Origin: LOCAL, 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': '198.51.100.1' };
      const body = new URLSearchParams({ adresse: 'conseillere-1@example.org', motDePasse: MOT_DE_PASSE });
      const lien = { incoming: { socket: { remoteAddress } } };
      return (await banc.nu.request(`${LOCAL}/entree`, { method: 'POST', headers, body }, lien)).status;
    };
    for (let fois = 0; fois < 30; fois++) banc.deps.porte.tentatives.compterSource('192.0.2.1', maintenant);
    expect([await depuis('192.0.2.1'), await depuis('192.0.2.2')]).toEqual([429, 303]);
    banc.deps.porte.mandataires = lireMandataires(['192.0.2.1']);
    expect(await depuis('192.0.2.1')).toBe(303);
    banc.deps.porte.mandataires = lireMandataires([]);
    avancer(15);
    expect(await depuis('192.0.2.1')).toBe(303);
  });

  it('mène où l’on allait, jamais ailleurs que dans l’outil', async () => {
    const depart = await demander('/dossiers/2025-000001-00?acte=x');
    expect([depart.status, depart.headers.get('location')]).toEqual([
      303,
      '/entree?suite=%2Fdossiers%2F2025-000001-00%3Facte%3Dx',
    ]);
    const page = await (await demander(depart.headers.get('location')!)).text();
    const { suite } = champsDuFormulaire(page, '/entree');
    expect((await entrer({ suite: suite! })).headers.get('location')).toBe('/dossiers/2025-000001-00?acte=x');
    expect((await entrer({ suite: '//malveillant.example.org' })).headers.get('location')).toBe('/');
  });

  it('un formulaire venu d’ailleurs ne fait entrer personne', async () => {
    const reponse = await demander('/entree', '', {
      method: 'POST',
      body: new URLSearchParams({ adresse: 'conseillere-1@example.org', motDePasse: MOT_DE_PASSE }),
      headers: { Origin: 'https://malveillant.example.org', 'Sec-Fetch-Site': 'cross-site' },
    });
    expect([reponse.status, sessionDe(reponse)]).toEqual([403, '']);
  });
});

describe('la session finit', () => {
  it('quand on sort', async () => {
    const session = sessionDe(await entrer());
    const sortie = await poster('/sortie', {}, session);
    expect([sortie.status, sortie.headers.get('location'), sessionDe(sortie)]).toEqual([303, '/entree', '']);
    expect(sortie.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await demander('/', session)).headers.get('location')).toBe('/entree');
  });

  it('seule une demi-heure, ou quand son compte est désactivé', async () => {
    const session = sessionDe(await entrer());
    avancer(29);
    expect((await demander('/', session)).status).toBe(200);
    avancer(30);
    expect((await demander('/', session)).status).toBe(303);
    const { app } = await banc.comme({ role: 'CONSEILLER', id: 'partante' });
    expect((await app.request(`${LOCAL}/`)).status).toBe(200);
    await desactiverCompte(banc.registre, 'partante', 'essai', maintenant);
    expect((await app.request(`${LOCAL}/`)).status).toBe(303);
  });

  it('ce que l’on tapait attend, pour son seul auteur, et s’envoie ensuite', async () => {
    const numero = await banc.ouvrir('reprise', [accord]);
    const base = `/dossiers/${numero}/evenement`;
    const session = sessionDe(await entrer());
    const html = await (await demander(`${base}?type=CONGES`, session)).text();
    const saisie = {
      ...champsDuFormulaire(html, `${base}/apercu`),
      'champ.debut': '2025-08-04',
      'champ.fin': '2025-08-08',
    };
    avancer(31);
    const perdue = await poster(`${base}/apercu`, saisie, session);
    const entree = perdue.headers.get('location')!;
    expect([perdue.status, entree]).toEqual([303, expect.stringMatching(/^\/entree\?suite=%2Freprendre%3F/)]);
    expect(entree).not.toContain('2025-08-04');
    const suite = new URLSearchParams(entree.split('?')[1]).get('suite')!;
    const autre = await banc.comme({ role: 'RESPONSABLE' });
    expect((await lirePage(autre, suite)).statut).toBe(410);
    const retour = await entrer({ suite });
    expect(retour.headers.get('location')).toBe(suite);
    const page = await (await demander(suite, sessionDe(retour))).text();
    expect(texteDe(page)).toContain('Votre session avait pris fin');
    const repris = champsDuFormulaire(page, `${base}/apercu`);
    expect(repris).toMatchObject({ 'champ.debut': '2025-08-04', 'champ.fin': '2025-08-08' });
    const apercu = await poster(`${base}/apercu`, repris, sessionDe(retour));
    expect(apercu.headers.get('location')).toContain('?brouillon=');
    expect((await lireDossier(banc.registre, numero))!.journal).toHaveLength(1);
  });

  it('d’un inconnu, rien n’est gardé', async () => {
    const reponse = await poster('/dossiers/2025-000001-00/coordonnees', { 'champ.identite.nom': 'Zyxwvut' });
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/entree']);
  });
});

it('qui a vu un dossier se lit, pour le responsable, et cette lecture-là aussi', async () => {
  const numero = await banc.ouvrir('audit', [accord]);
  const session = sessionDe(await entrer());
  await demander(`/dossiers/${numero}`, session);
  await demander(`/dossiers/${numero}/documents/mes-dates.pdf`, session);
  // Neither a page that is not found nor one that is refused was seen.
  await demander(`/dossiers/${numero}/contenus/${'a'.repeat(64)}`, session);
  const chef = await banc.comme({ role: 'RESPONSABLE' });
  const vues = async () =>
    (await lirePage(chef, `/dossiers/${numero}/audit`)).texte.match(/Compte [\w-]+ (Voir [^0-9]+?)(?= \d| Jalon)/g);
  expect(await vues()).toEqual(['Compte conseillere-1 Voir un document', 'Compte conseillere-1 Voir le dossier']);
  expect(await vues()).toContain('Compte responsable Voir qui a vu le dossier');
  expect((await lirePage(chef, `/dossiers/${numero}`)).html).toContain(`href="/dossiers/${numero}/audit"`);
  const lecture = (await lirePage(await banc.comme({ role: 'LECTURE_SEULE' }), `/dossiers/${numero}`)).html;
  for (const page of ['audit', 'evenement', 'coordonnees', 'referent', 'parametres'])
    expect([page, lecture.includes(`href="/dossiers/${numero}/${page}"`)]).toEqual([page, false]);
});

it('on ne cherche pas sans fin : soixante fois par minute, pour chaque compte', async () => {
  const session = sessionDe(await entrer());
  const chercher = async (chemin: string, qui = session) => (await demander(chemin, qui)).status;
  for (let fois = 0; fois < 30; fois++)
    expect([await chercher('/?q=durand'), await chercher('/dossiers?q=durand')]).toEqual([200, 200]);
  const refus = await demander('/?q=durand', session);
  expect([refus.status, texteDe(await refus.text())]).toEqual([429, expect.stringContaining('attendez une minute')]);
  // The rest of the tool still answers, and others search.
  expect(await chercher('/?q=')).toBe(200);
  const autre = await banc.comme({ role: 'RESPONSABLE' });
  expect((await lirePage(autre, '/?q=durand')).statut).toBe(200);
  avancer(1);
  expect(await chercher('/?q=durand')).toBe(200);
});

describe('un code à l’entrée', () => {
  it('se pose depuis « Mon compte », puis se demande, et ne sert qu’une fois', async () => {
    const session = sessionDe(await entrer());
    const page = await (await demander('/compte', session)).text();
    const champs = champsDuFormulaire(page, '/compte');
    const secret = depuisBase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!);
    const code = () => codeDe(secret, pasDe(maintenant));
    const faux = await poster('/compte', { ...champs, code: '000000' }, session);
    const suite = faux.headers.get('location')!;
    expect([faux.status, suite]).toEqual([303, expect.stringMatching(/^\/compte\?brouillon=[0-9a-f]{32}$/)]);
    const refus = await (await demander(suite, session)).text();
    expect(texteDe(refus)).toContain('Ce code n’est pas celui');
    // The same secret: the application has it already.
    expect(refus).toContain(/<code>[A-Z2-7 ]+<\/code>/.exec(page)![0]);
    const autre = await banc.comme({ role: 'RESPONSABLE' });
    expect((await autre.poster('/compte', { ...champs, code: code() })).status).toBe(410);
    expect((await poster('/compte', { ...champs, code: code() }, session)).headers.get('location')).toBe('/compte');
    expect(texteDe(await (await demander('/compte', session)).text())).toContain('outre le mot de passe');
    const { rows } = await banc.registre.pool.query(`SELECT second_facteur FROM comptes WHERE id = 'conseillere-1'`);
    expect(rows[0].second_facteur).not.toContain(Buffer.from(secret).toString('base64'));
    expect(await clesDesSecondsFacteurs(banc.registre)).toEqual([{ cle: 'essai', nombre: 1 }]);

    expect((await entrer()).status).toBe(401);
    // The one that was shown when it was set is used up.
    expect((await entrer({ code: code() })).status).toBe(401);
    avancer(1);
    expect((await entrer({ code: code() })).status).toBe(303);
    expect((await entrer({ code: code() })).status).toBe(401);
    await changerEmpreinte(banc.registre, { id: 'conseillere-1', empreinte: null }, 'essai', maintenant);
    await choisir('conseillere-1');
    banc.deps.porte.tentatives = creerPorte(banc.deps.porte).tentatives;
    expect((await entrer()).status).toBe(303);
  });

  it('en production, un administrateur commence par là', async () => {
    banc.deps.porte.secondFacteurExige = true;
    const admin = await banc.comme({ role: 'ADMINISTRATEUR' });
    const exploitation = await admin.app.request(`${LOCAL}/exploitation`);
    expect([exploitation.status, exploitation.headers.get('location')]).toEqual([303, '/compte']);
    expect((await lirePage(admin, '/compte')).texte).toContain('Un administrateur entre avec un code');
    expect((await lirePage(await banc.comme({ role: 'EXPLOITATION' }), '/exploitation')).statut).toBe(200);
    banc.deps.porte.secondFacteurExige = false;
    expect((await lirePage(admin, '/exploitation')).statut).toBe(200);
  });
});

/** As an application reads the key that one types. */
function depuisBase32(ecrit: string): Uint8Array {
  const bits = [...ecrit.replace(/ /g, '')]
    .map((lettre) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(lettre).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g)!, (octet) => Number.parseInt(octet, 2));
}

describe('un lien d’entrée', () => {
  it('fait choisir un mot de passe, une fois', async () => {
    await banc.comme({ role: 'EXPLOITATION' });
    const lien = await lienEntree(banc.registre, 'exploitation', maintenant);
    expect(texteDe(await (await demander(lien)).text())).toContain('Compte exploitation (exploitation)');
    for (const [motDePasse, encore, phrase] of [
      ['trop court', 'trop court', 'au moins 12 caractères'],
      ['MotDePasse2026', 'MotDePasse2026', 'de ceux que l’on essaie en premier'],
      ['les vannes du barrage', 'les vannes du barage', 'ne sont pas les mêmes'],
    ] as const) {
      const refus = await poster(lien, { motDePasse, encore });
      expect([refus.status, texteDe(await refus.text())]).toEqual([400, expect.stringContaining(phrase)]);
    }
    const bon = { motDePasse: 'les vannes du barrage', encore: 'les vannes du barrage' };
    const reponse = await poster(lien, bon);
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/exploitation']);
    expect((await demander('/exploitation', sessionDe(reponse))).status).toBe(200);
    const encore = await poster(lien, bon);
    expect([encore.status, texteDe(await encore.text())]).toEqual([
      404,
      expect.stringContaining('Ce lien a déjà servi'),
    ]);
    expect((await demander(lien)).status).toBe(404);
    const suite = { adresse: 'exploitation@example.org', motDePasse: 'les vannes du barrage' };
    expect((await entrer(suite)).headers.get('location')).toBe('/exploitation');
  });
});

describe('la démonstration', () => {
  it('fait entrer ses comptes, sans mot de passe, qui tient son adresse', async () => {
    const jeton = 'd'.repeat(43);
    await banc.comme({ role: 'ADMINISTRATEUR', id: 'a-premiere' });
    await banc.registre.pool.query(
      `UPDATE comptes SET demonstration = true WHERE id IN ('a-premiere', 'conseillere-1')`,
    );
    const adresse = `/entree/demonstration/${jeton}`;
    expect((await demander(adresse)).status).toBe(404);
    const essai = await ouvrirBanc({ registre: banc.registre, porte: { ...banc.deps.porte, demonstration: jeton } });
    const aller = (chemin: string, init?: RequestInit) => essai.nu.request(`${LOCAL}${chemin}`, init);
    expect(texteDe(await (await aller(adresse)).text())).toMatch(
      /conseiller : Compte conseillere-1 .*administrateur : Compte a-premiere/,
    );
    expect((await aller(`/entree/demonstration/${'e'.repeat(43)}`)).status).toBe(404);
    const poste = (compte: string) =>
      aller(adresse, {
        method: 'POST',
        body: new URLSearchParams({ compte }),
        headers: { 'Sec-Fetch-Site': 'same-origin' },
      });
    const entree = await poste('conseillere-1');
    expect([entree.status, sessionDe(entree)]).toEqual([303, expect.stringMatching(/^[\w-]{43}$/)]);
    expect((await poste('exploitation')).status).toBe(404);
    expect((await listerComptes(banc.registre)).filter((c) => c.demonstration)).toHaveLength(2);
    await essai.fermer();
  });
});
