import { Cadence } from '../../client/usages/commun/cadence';
import { acces } from '../../client/web/porte/acces';
import { creerCompte, creerLienEntree, INACTIVITE_MS, ouvrirSession } from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { envoyerA, LOCAL } from './arpenter';
import { Balayage, type ChampVise, contenuDuRegistre, type Reponse } from './balayage';
import { type Banc, MAINTENANT, ouvrirBanc } from './banc';
import { rempli } from './formulaires';
import { auHasard, decodee, etranges, long, refuses, tour } from './hostiles';
import { peupler } from './peupler';

const DEMONSTRATION = 'demonstration-inventee';
const { agence, referent, identite } = personnesInventees;
const LABAS = {
  ...personnesInventees,
  identite: { ...identite, prenom: 'Ysolde', nom: 'Quenneville' },
  agence: { ...agence, id: 'ailleurs', nom: 'Agence d’ailleurs' },
  referent: { ...referent, id: 'referent-ailleurs', agence: 'ailleurs' },
};

let banc: Banc;
let moi: Pick<Banc, 'app' | 'poster'>;
let numero: string;
let autre: string;
let miennes: Balayage;
let leurs: Balayage;
beforeAll(async () => {
  banc = await ouvrirBanc({ listerBloques: async () => ({ nombre: 0, bloques: [] }) });
  const recherches = new Cadence({ max: Number.MAX_SAFE_INTEGER, fenetreMs: 1 });
  Object.assign(banc.deps.porte, { demonstration: DEMONSTRATION, recherches });
  moi = await banc.comme({ role: 'RESPONSABLE' });
  const elle = await banc.comme({ role: 'RESPONSABLE', id: 'responsable-ailleurs', agence: 'ailleurs' });
  [numero, autre] = [await peupler(banc, moi, personnesInventees), await peupler(banc, elle, LABAS)];
  for (const id of ['neuve', 'nouvelle']) {
    const compte = { id, nom: `Compte ${id}`, adresse: `${id}@example.org`, role: 'CONSEILLER' } as const;
    await creerCompte(banc.registre, { ...compte, agence: agence.id, demonstration: true }, 'essai', MAINTENANT);
  }
  leurs = new Balayage(banc);
  await leurs.decouvrir(elle, [`/dossiers/${autre}`]);
  miennes = new Balayage(banc);
  miennes.ecouter();
  const entrees = ['/entree', `/entree/lien/${await lienNeuf('neuve')}`, `/entree/demonstration/${DEMONSTRATION}`];
  await miennes.decouvrir({ app: banc.nu as never }, entrees);
  await miennes.decouvrir(await banc.comme({ role: 'EXPLOITATION' }), ['/exploitation', '/exploitation/parcours']);
  // What no link leads to on this register.
  const departs = [
    '/',
    '/taches?quand=EN_RETARD&page=1',
    '/taches/laissees',
    '/boite',
    '/boite/aucun',
    '/compte',
    '/sante',
  ];
  const rares = ['silence', 'parametres', `contenus/${'a'.repeat(64)}`].map((page) => `/dossiers/${numero}/${page}`);
  const pieces = ['html', 'source', 'pieces/0'].map((page) => `/boite/aucun/${page}`);
  await miennes.decouvrir(moi, [...departs, await repriseNeuve(), '/boite.json', '/dossiers.csv', ...rares, ...pieces]);
}, 120_000);
afterAll(() => banc?.fermer());

const lienNeuf = (compte: string) =>
  creerLienEntree(banc.registre, { compte, expireLe: new Date('2025-07-11T09:00:00Z') });

/** The address that gives back what was sent once the session had ended. */
async function repriseNeuve(): Promise<string> {
  const finie = await ouvrirSession(banc.registre, 'responsable', new Date(MAINTENANT.getTime() - INACTIVITE_MS));
  const headers = { Origin: LOCAL, cookie: `session=${finie}` };
  const envoi = { method: 'POST', headers, body: new URLSearchParams({ quoi: 'Appeler' }) };
  const renvoi = await banc.nu.request(`${LOCAL}/dossiers/${numero}/actions`, envoi);
  return new URL(renvoi.headers.get('location')!, LOCAL).searchParams.get('suite')!;
}

/** Sends, and tells what is wrong with the answers; what is refused changes nothing. */
async function rienNeChange(essais: (trouver: (ou: unknown[], fautes: string[]) => void) => Promise<void>) {
  const trouvees: unknown[] = [];
  const avant = await contenuDuRegistre(banc);
  await essais((ou, fautes) => void (fautes.length > 0 && trouvees.push([...ou, ...fautes])));
  expect(trouvees).toEqual([]);
  expect(await contenuDuRegistre(banc)).toBe(avant);
  expect(banc.erreurs).toEqual([]);
}

it('le balayage trouve chaque page et chaque formulaire de la table des accès', () => {
  const inconnues = Object.keys(acces).filter((r) => !miennes.formulaires.has(r) && !miennes.pages.has(r));
  // What answers no page: a browser on its way to an identity provider (test/web/identite), and machines (test/web/sante, demandes-abimees).
  expect(inconnues.sort()).toEqual([
    'GET /entree/identite',
    'GET /entree/identite/retour',
    'GET /sante/pret',
    'GET /sante/vie',
    'POST /codec/decode',
    'POST /codec/encode',
  ]);
  expect(miennes.champs.size).toBeGreaterThan(190);
});

/** What a stranger types of a secret is answered at once, and kept nowhere (client/web/porte/route). */
const REPONDENT_EUX_MEMES = ['POST /entree', 'POST /entree/lien/:jeton'];

const TAPES = ['text', 'textarea', 'search', 'email', 'url', 'month', 'time', 'date', 'number'];
/** What a form carries for the button beside, or for the browser alone: this address reads none of it. */
const NON_LUS = [
  'POST /dossiers/:numero/actions/retirer quoi',
  'POST /dossiers/:numero/actions/retirer pourLe',
  'POST /dossiers/:numero/actions/retirer calendrier:pourLe',
  'POST /dossiers/:numero/rendez-vous/:id/deplacer sorte',
  'POST /entree/lien/:jeton adresse',
];

it(
  'un caractère interdit, des octets illisibles, un texte démesuré, dans quelque champ que ce soit : refusé à une adresse qui se recharge, et rien ne change',
  () =>
    rienNeChange(async (trouver) => {
      const repondent = new Set<string>();
      for (const [rang, [cle, vise]] of [...miennes.champs].entries()) {
        if (NON_LUS.includes(cle)) continue;
        for (const hostile of [...tour(refuses, rang, 2), ...(TAPES.includes(vise.champ.genre) ? [long] : [])]) {
          const reponse = await miennes.soumettre(vise, hostile);
          trouver([cle, hostile.nom], [...miennes.fautesDe(reponse, hostile), ...acceptee(reponse)]);
          if (remontre(reponse, vise)) repondent.add(vise.route);
        }
      }
      expect([...repondent].sort()).toEqual(REPONDENT_EUX_MEMES);
    }),
  120_000,
);

/** The answer to a form shows that form: the browser would send it again to reload it. */
const remontre = ({ suite, html }: Reponse, { champ }: ChampVise): boolean =>
  suite === null && html.includes(`name="${champ.nom}"`);

const acceptee = ({ statut, suite }: { statut: number; suite: string | null }): string[] =>
  statut < 400 ? [`accepté : ${statut} ${suite}`] : [];

it(
  'dans quelque demande d’adresse que ce soit : de même',
  () =>
    rienNeChange(async (trouver) => {
      for (const [rang, [route, { adresse, noms, par }]] of [...miennes.pages].entries())
        for (const nom of noms)
          for (const hostile of [...tour(refuses, rang, 2), long]) {
            const reponse = await miennes.demander(par, `${adresse}?${nom}=${hostile.code}`);
            trouver([route, nom, hostile.nom], [...miennes.fautesDe(reponse, hostile), ...acceptee(reponse)]);
          }
    }),
  120_000,
);

it(
  'dans quelque morceau de chemin que ce soit : une page qui n’existe pas',
  () =>
    rienNeChange(async (trouver) => {
      for (const [rang, [route, { adresse, par }]] of [...miennes.pages].entries())
        for (const [place, morceau] of route.slice('GET '.length).split('/').entries()) {
          if (!morceau.startsWith(':')) continue;
          for (const hostile of [...tour(refuses, rang, 3), ...tour(etranges, rang, 3)]) {
            if (decodee(hostile.code).trim() === '') continue;
            const chemin = adresse.split('/').with(place, hostile.code.replaceAll('.', '%2E')).join('/');
            const reponse = await miennes.demander(par, chemin);
            const ailleurs = [404, 414].includes(reponse.statut) ? [] : [`${reponse.statut}`];
            trouver([route, hostile.nom], [...miennes.fautesDe(reponse, hostile), ...ailleurs]);
          }
        }
    }),
  120_000,
);

describe('d’une autre agence', () => {
  /** What is added goes by an id drawn with its form. */
  const TIRE = /^POST \/dossiers\/:numero\/(?:actions|notes|formations\/preparer) id$/;
  /** A dossier may be given to whoever follows people, in any agency. */
  const POUR_TOUS = 'POST /dossiers/:numero/referent a';
  /** What is not in the plan is out of it already. */
  const RETIREE = ['POST /dossiers/:numero/actions/retirer id'];
  it('aucun identifiant ne vaut dans un formulaire', () =>
    rienNeChange(async (trouver) => {
      let essayes = 0;
      for (const [cle, vise] of miennes.champs) {
        const leur = leurs.champs.get(cle)?.champ;
        const identifiant = leur?.genre === 'hidden' && !/^(_(?!entree)|vu|champ|retour)/.test(leur.nom);
        if (!identifiant || leur.valeur === vise.champ.valeur || TIRE.test(cle) || cle === POUR_TOUS) continue;
        essayes += 1;
        const reponse = await miennes.soumettre(vise, { code: encodeURIComponent(leur.valeur) });
        trouver(
          [cle, leur.valeur],
          [...miennes.fautesDe(reponse), ...(RETIREE.includes(cle) ? [] : acceptee(reponse)), ...montree(reponse.html)],
        );
      }
      expect(essayes).toBeGreaterThan(5);
    }));

  it('aucune adresse ne s’ouvre, sous son numéro ni sous celui d’un dossier d’ici', () =>
    rienNeChange(async (trouver) => {
      for (const { adresse, noms } of leurs.pages.values()) {
        if (!adresse.includes(autre)) continue;
        const sous = await miennes.demander(moi, adresse);
        trouver([adresse], [...miennes.fautesDe(sous), ...(sous.statut === 404 ? [] : [`${sous.statut}`])]);
        for (const demande of ['', ...noms].map((nom) =>
          nom === '' ? '' : `?${nom}=${encodeURIComponent(`${autre}/ESSAI`)}`,
        )) {
          const ici = await miennes.demander(moi, `${adresse.replace(autre, numero)}${demande}`);
          trouver([adresse, demande], [...miennes.fautesDe(ici), ...montree(ici.html)]);
        }
      }
    }));

  const montree = (html: string): string[] =>
    /Quenneville|Ysolde|Tâche \d de ailleurs|Appeler ailleurs/.test(html) ? ['on la voit'] : [];
});

describe('un jeton', () => {
  it('de session, inventé ou abîmé, n’ouvre rien', async () => {
    const vrai = await ouvrirSession(banc.registre, 'responsable', MAINTENANT);
    for (const jeton of [
      'x',
      `${vrai.slice(0, -1)}!`,
      vrai.toUpperCase(),
      `${vrai}${vrai}`,
      '%00',
      '__proto__',
      'é'.repeat(900),
    ]) {
      const reponse = await banc.nu.request(`${LOCAL}/dossiers/${numero}`, {
        headers: { cookie: `session=${encodeURIComponent(jeton)}` },
      });
      expect([jeton, reponse.status, reponse.headers.get('location')]).toEqual([
        jeton,
        303,
        expect.stringMatching(/^\/entree/),
      ]);
    }
  });

  it('de brouillon ne s’ouvre que par son auteur, et dans son dossier', async () => {
    const { formulaire } = miennes.formulaires.get('POST /dossiers/:numero/evenement/apercu')!;
    const corps = new URLSearchParams(rempli(formulaire)).toString();
    const suite = (await envoyerA(moi, formulaire.vers, corps)).headers.get('location')!;
    const collegue = await banc.comme({ role: 'CONSEILLER', id: 'collegue' });
    const lire = async (par: Pick<Banc, 'app'>, adresse: string) =>
      (await par.app.request(`${LOCAL}${adresse}`)).status;
    expect([await lire(moi, suite), await lire(collegue, suite)]).toEqual([expect.not.stringMatching('410'), 410]);
    expect(
      await lire(
        moi,
        suite.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      ),
    ).toBe(410);
    expect(await lire(moi, suite.replace(numero, autre))).toBe(404);
  });

  it('d’acte, envoyé deux fois, ne compte qu’une', async () => {
    for (const route of [
      'POST /dossiers/:numero/evenement',
      'POST /dossiers/:numero/rendez-vous',
      'POST /dossiers/:numero/actions',
    ]) {
      const { formulaire } = miennes.formulaires.get(route)!;
      const corps = new URLSearchParams(rempli(formulaire)).toString();
      const statut = async () => (await envoyerA(moi, formulaire.vers, corps)).status;
      expect([route, await statut()]).toEqual([route, 303]);
      const avant = await contenuDuRegistre(banc);
      expect([route, await statut()]).toEqual([route, 303]);
      expect(await contenuDuRegistre(banc)).toBe(avant);
    }
  });

  it('de lien d’entrée ne sert qu’une fois', async () => {
    const vers = `/entree/lien/${await lienNeuf('nouvelle')}`;
    const motDePasse = 'une phrase que personne ne dit';
    const statut = async () =>
      (
        await envoyerA(
          { app: banc.nu as never },
          vers,
          new URLSearchParams({ motDePasse, encore: motDePasse }).toString(),
        )
      ).status;
    expect([await statut(), await statut()]).toEqual([303, 404]);
  });
});

/** What gives the dossier away: the others come first. */
const DONNE = /^POST (\/confier|\/dossiers\/:numero\/referent) /;

it('ce qui est étrange est pris ou refusé, jamais une panne ; rien n’en est montré tel quel, et un refus ne change rien', async () => {
  const tous = [...etranges, ...auHasard(12)];
  let avant = await contenuDuRegistre(banc);
  const trouvees: unknown[] = [];
  const champs = [...miennes.champs].sort(([a], [b]) => Number(DONNE.test(a)) - Number(DONNE.test(b)));
  const premier = champs.findIndex(([cle]) => DONNE.test(cle));
  for (const [rang, [cle, vise]] of champs.entries()) {
    if (rang === premier) expect((await miennes.demander(moi, `/dossiers/${numero}`)).statut).toBe(200);
    for (const hostile of tour(tous, rang, 3)) {
      const reponse = await miennes.soumettre(vise, hostile);
      const apres = await contenuDuRegistre(banc);
      const change = reponse.statut >= 400 && apres !== avant ? ['refusé, et quelque chose a changé'] : [];
      const page =
        reponse.suite === null && (reponse.statut < 400 || remontre(reponse, vise)) ? ['répond par une page'] : [];
      const fautes = [
        ...miennes.fautesDe(reponse, hostile),
        ...change,
        ...(REPONDENT_EUX_MEMES.includes(vise.route) ? [] : page),
      ];
      if (fautes.length > 0) trouvees.push([cle, hostile.nom, ...fautes]);
      avant = apres;
    }
  }
  expect(trouvees).toEqual([]);
  await rienNeChange(async (trouver) => {
    for (const [rang, [route, { adresse, noms, par }]] of [...miennes.pages].entries())
      for (const nom of noms)
        for (const hostile of tour(tous, rang, 2)) {
          const reponse = await miennes.demander(par, `${adresse}?${nom}=${hostile.code}`);
          trouver([route, nom, hostile.nom], miennes.fautesDe(reponse, hostile));
        }
  });
}, 240_000);
