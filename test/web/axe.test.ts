import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { acces } from '../../client/web/porte/acces';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  creerCompte,
  creerLienEntree,
  deposerTache,
  enregistrerReferent,
  INACTIVITE_MS,
  listerActions,
  listerRendezVous,
  ouvrirSession,
} from '../../registre';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc } from './banc';

const LOCAL = 'http://127.0.0.1:3000';
const DEMONSTRATION = 'demonstration-inventee';
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const faits: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  { type: 'ARRET_MALADIE', debut: dateCivile('2025-07-14'), fin: dateCivile('2025-07-25') },
];

let banc: Banc;
let responsable: Pick<Banc, 'app'>;
let numero: string;
let dossier: string;
let tache: string;
beforeAll(async () => {
  banc = await ouvrirBanc({ listerBloques: async () => ({ nombre: 0, bloques: [] }) });
  banc.deps.porte.demonstration = DEMONSTRATION;
  responsable = await banc.comme({ role: 'RESPONSABLE' });
  numero = await banc.ouvrir('axe', faits);
  dossier = `/dossiers/${numero}`;
  // A list in sections, some of it folded; a decision that waits for a second person.
  for (let i = 0; i < 20; i++) {
    const [cle, echeance] = [`${numero}/ESSAI/${i}`, ajouterJours(dateCivile('2025-07-01'), i)];
    await deposerTache(banc.registre, { cle, numero, type: 'ESSAI', libelle: `Tâche ${i}.`, echeance }, MAINTENANT);
  }
  tache = `${dossier}/tache?cle=${encodeURIComponent(`${numero}/ESSAI/1`)}`;
  const sortie = { type: 'SORTIE', date: '2025-07-09', motif: 'MANQUEMENT', faits: 'Absence le 2 juin.' };
  await banc.envoyer(numero, 'consigner', { id: 'f1', auteur: 'conseillere-2', evenement: sortie });
});
afterAll(() => banc?.fermer());

/** The address of the page that answers a form. */
async function repondre(
  page: string,
  action: string,
  champs: Record<string, string>,
  formulaire = action,
): Promise<string> {
  const { html } = await lirePage(banc, page);
  const reponse = await banc.app.request(`${LOCAL}${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', Origin: LOCAL },
    body: new URLSearchParams({ ...champsDuFormulaire(html, formulaire), ...champs }).toString(),
  });
  return reponse.headers.get('location')!;
}

/** The page that gives back what was sent once the session had ended. */
async function reprise(): Promise<string> {
  const finie = await ouvrirSession(banc.registre, 'conseillere-1', new Date(MAINTENANT.getTime() - INACTIVITE_MS));
  const headers = { Origin: LOCAL, cookie: `session=${finie}` };
  const envoi = { method: 'POST', headers, body: new URLSearchParams({ quoi: 'Appeler' }) };
  const renvoi = await banc.nu.request(`${LOCAL}${dossier}/actions`, envoi);
  return new URL(renvoi.headers.get('location')!, LOCAL).searchParams.get('suite')!;
}

/** Every screen by its address, and the states that an answer brings. */
async function ecrans(): Promise<string[]> {
  const rdv = `${dossier}/rendez-vous`;
  const saisie = { sorte: 'SUIVI', mode: 'TELEPHONE', jour: '2025-07-17', heure: '9h30' };
  const apercuRdv = await repondre(`${rdv}/nouveau`, `${rdv}/apercu`, saisie);
  await repondre(`${rdv}/nouveau`, rdv, { ...saisie, _vus: 'RDV_PENDANT_SUSPENSION' }, `${rdv}/apercu`);
  const [prevu] = await listerRendezVous(banc.registre, numero);
  const preparer = `${dossier}/formations/preparer`;
  const formation = { intitule: 'Titre professionnel', entreePrevue: '1/9/25', financement: 'AIF' };
  await repondre(preparer, preparer, formation);
  await repondre(dossier, `${dossier}/actions`, { quoi: 'Appeler la mairie', pourLe: '1/8/25' });
  const [action] = await listerActions(banc.registre, numero);
  const noe = { ...personnesInventees.referent, id: 'noe', prenom: 'Noé', nom: 'Neuf' };
  await enregistrerReferent(banc.registre, noe);
  const deplace = `${rdv}/${prevu!.id}/deplacer`;
  const acte = `${dossier}/evenement/apercu`;
  const conges = (debut: string) =>
    repondre(`${dossier}/evenement?type=CONGES`, acte, { 'champ.debut': debut, 'champ.fin': '2025-08-08' });
  return [
    ...['/', '/taches?quand=EN_RETARD', '/dossiers', '/dossiers?q=personne', '/boite'],
    ...[dossier, `${dossier}?tache=faite`, `${dossier}/evenement`, `${dossier}/evenement?type=ARRET_MALADIE`],
    ...[`${dossier}/evenement?type=REPRISE_EMPLOI`, `${dossier}/rectification`, `${dossier}/parametres`],
    ...['coordonnees', 'referent', 'rappels', 'erreur', 'silence'].map((page) => `${dossier}/${page}`),
    ...[`${dossier}/confirmation?entree=f1`, `${dossier}/annulation?entree=f1`, tache, `${rdv}/nouveau`],
    ...['deplacer', 'annuler', 'manque', 'tenu'].map((page) => `${rdv}/${prevu!.id}/${page}`),
    // Previews, and forms that come back refused.
    ...[apercuRdv, await repondre(`${rdv}/nouveau`, `${rdv}/apercu`, { ...saisie, jour: '', heure: '' })],
    ...[await conges('2025-08-04'), await conges(''), preparer],
    await repondre(preparer, preparer, { ...formation, intitule: ' ', entreePrevue: '31/6/25' }),
    await repondre(dossier, `${dossier}/actions`, { quoi: ' ', pourLe: '2025-02-31' }),
    await repondre(tache, `${dossier}/taches/reporter`, { au: '', motif: ' ' }),
    await repondre('/dossiers', '/confier/apercu', { a: '' }),
    await repondre('/dossiers', '/confier/apercu', { a: 'noe', [`dossier.${numero}`]: 'oui' }),
    await repondre(`${dossier}/referent`, `${dossier}/referent/apercu`, { a: 'noe' }),
    await repondre(deplace, `${deplace}/apercu`, { jour: '2025-07-18', heure: '10h' }),
    `${dossier}/actions/modifier?action=${action!.id}`,
    // An act that the journey has not answered yet.
    ...[`${dossier}?acte=${randomUUID()}`, '/compte', await reprise(), '/nulle-part'],
  ];
}

/** The pages of the door, with what they refuse. */
async function portes(): Promise<[string, Record<string, string>][]> {
  const compte = { id: 'neuve', nom: 'Compte neuve', adresse: 'neuve@example.org', role: 'CONSEILLER' } as const;
  const { id: agence } = personnesInventees.agence;
  await creerCompte(banc.registre, { ...compte, agence, demonstration: true }, 'essai', MAINTENANT);
  const lien = await creerLienEntree(banc.registre, { compte: 'neuve', expireLe: new Date('2025-07-11T09:00:00Z') });
  return [
    ['/entree', { adresse: 'inconnue@example.org', motDePasse: 'une phrase' }],
    [`/entree/lien/${lien}`, { motDePasse: 'une phrase assez longue', encore: 'une autre phrase assez' }],
    [`/entree/demonstration/${DEMONSTRATION}`, {}],
  ];
}

/** What is no screen: files, machines' answers, and what a provider or a message that left shows. */
const SANS_ECRAN =
  /^GET (\/dossiers\.csv|\/sante.*|\/boite\.json|\/boite\/.*|\/entree\/identite.*|.*\/contenus\/.*|.*\/documents\/.*)$/;

/** The screens of the tool that nobody looked at: a page that is new is looked at too. */
const pagesOubliees = (vues: readonly string[]): string[] =>
  Object.keys(acces).filter((route) => {
    if (!route.startsWith('GET ') || SANS_ECRAN.test(route)) return false;
    const forme = new RegExp(`^${route.slice(4).replace(/:[a-z]+(\{[^}]*\})?/g, '[^/]+')}$`);
    return !vues.some((vue) => forme.test(vue));
  });

// A laptop may have no Chromium; with CI set, test/outils/navigateur.ts throws instead.
(cheminChromium ? describe : describe.skip)('dans un navigateur', () => {
  let navigateur: Browser;
  let page: Page;
  const arrets: (() => void)[] = [];
  /** The pages as an account sees them. */
  const servir = (fetch: (demande: Request) => Response | Promise<Response>) =>
    new Promise<string>((pret) => {
      const serveur = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => pret(`http://127.0.0.1:${port}`));
      arrets.push(() => serveur.close());
    });
  beforeAll(async () => {
    navigateur = await ouvrirNavigateur();
    page = await navigateur.newPage();
  });
  afterAll(async () => {
    await navigateur?.close();
    for (const arreter of arrets) arreter();
  });

  /** What axe-core says of a page, rule by rule; its own script is the tester's, and not the page's. */
  const dites = (regles = ''): Promise<string[]> =>
    page.evaluate(`axe.run(document, { resultTypes: ['violations'], ${regles} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' : ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
  /** By day, and its colours by night. */
  const fautes = async (): Promise<string[]> => {
    await page.evaluate(AXE);
    const deJour = await dites();
    // Colours move to the night's in a fifth of a second, unless one asks that nothing moves.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const deNuit = await dites("runOnly: ['color-contrast']");
    await page.emulateMedia({ colorScheme: 'light' });
    return [...deJour, ...deNuit.map((faute) => `la nuit, ${faute}`)];
  };
  /** How much wider a page is than a phone, and than a screen read at 200 %. */
  const deborde = async (): Promise<number> => {
    let trop = 0;
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 700 });
      const largeur: number = await page.evaluate('document.documentElement.scrollWidth');
      trop = Math.max(trop, largeur - width);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    return trop;
  };

  /** Values that stand under the names of a list instead of beside them. */
  const horsDeLeurColonne = (): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll('dl.fiche dd')]
      .filter((dd) => dd.getBoundingClientRect().left - dd.parentElement.getBoundingClientRect().left < 100)
      .map((dd) => dd.textContent)`);

  it('aucun écran n’a de faute d’accessibilité qu’axe-core connaisse, et tous tiennent sur un téléphone', async () => {
    const chezElle = await servir(banc.app.fetch);
    const adresses = (await ecrans()).map((adresse) => `${chezElle}${adresse}`);
    const chezLeResponsable = await servir(responsable.app.fetch);
    adresses.push(`${chezLeResponsable}/taches/laissees`, `${chezLeResponsable}${dossier}/audit`);
    const exploitant = await servir((await banc.comme({ role: 'EXPLOITATION' })).app.fetch);
    adresses.push(`${exploitant}/exploitation`, `${exploitant}/exploitation/parcours`);
    const trouvees: Record<string, unknown> = {};
    const vues = new Set<string>();
    const examiner = async (nom: string) => {
      vues.add(nom.split(',')[0]!);
      const [dits, large, deplacees] = [await fautes(), await deborde(), await horsDeLeurColonne()];
      if (dits.length > 0 || large > 0 || deplacees.length > 0) trouvees[nom] = { dits, large, deplacees };
    };
    for (const adresse of adresses) {
      await page.goto(adresse);
      await examiner(new URL(adresse).pathname);
    }
    // Before one is in: each page, and what it says of a fault.
    const dehors = await servir(banc.nu.fetch);
    for (const [chemin, champs] of await portes()) {
      await page.goto(`${dehors}${chemin}`);
      await examiner(chemin);
      for (const [nom, valeur] of Object.entries(champs)) await page.fill(`[name=${nom}]`, valeur);
      if (Object.keys(champs).length > 0) {
        await page.click('main button');
        await examiner(`${chemin}, refusé`);
      }
    }
    // A code that is not the one, then an account that asks for one.
    await page.goto(`${chezElle}/compte`);
    await page.fill('[name=code]', '000000');
    await page.click('main button');
    await examiner('/compte, refusé');
    await banc.registre.pool.query(`UPDATE comptes SET second_facteur = 'ferme' WHERE id = 'conseillere-1'`);
    await page.goto(`${chezElle}/compte`);
    await examiner('/compte, protégé');
    expect(trouvees).toEqual({});
    expect(pagesOubliees([...vues])).toEqual([]);
    // Some sixty screens, each looked at by day, by night and at three widths: six seconds each where others keep the machine busy.
  }, 600_000);

  it('le menu d’un dossier tient en une ligne, en cinq sur un téléphone, et n’est pas imprimé', async () => {
    await page.goto(`${await servir(banc.app.fetch)}${dossier}`);
    const lignes = () =>
      page.evaluate<number>(
        `new Set([...document.querySelectorAll('.onglets a')].map((a) => Math.round(a.getBoundingClientRect().top))).size`,
      );
    const hauteur = () => page.evaluate<number>(`document.querySelector('.onglets').getBoundingClientRect().height`);
    expect([await lignes(), (await hauteur()) < 40]).toEqual([1, true]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect([await lignes(), (await hauteur()) < 150]).toEqual([5, true]);
    await page.emulateMedia({ media: 'print' });
    expect(await hauteur()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
