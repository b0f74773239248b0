import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { deposerTache, listerRendezVous } from '../../registre';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc } from './banc';

const LOCAL = 'http://127.0.0.1:3000';
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
  banc = await ouvrirBanc();
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

/** Every screen by its address, and the states that an answer brings. */
async function ecrans(): Promise<string[]> {
  const rdv = `${dossier}/rendez-vous`;
  const saisie = { sorte: 'SUIVI', mode: 'TELEPHONE', jour: '2025-07-17', heure: '9h30' };
  const apercuRdv = await repondre(`${rdv}/nouveau`, `${rdv}/apercu`, saisie);
  await repondre(`${rdv}/nouveau`, rdv, { ...saisie, _vus: 'RDV_PENDANT_SUSPENSION' }, `${rdv}/apercu`);
  const [prevu] = await listerRendezVous(banc.registre, numero);
  const acte = `${dossier}/evenement/apercu`;
  const conges = (debut: string) =>
    repondre(`${dossier}/evenement?type=CONGES`, acte, { 'champ.debut': debut, 'champ.fin': '2025-08-08' });
  return [
    ...['/', '/taches?quand=EN_RETARD', '/dossiers', '/dossiers?q=personne', '/boite'],
    ...[dossier, `${dossier}?tache=faite`, `${dossier}/evenement`, `${dossier}/evenement?type=ARRET_MALADIE`],
    ...[`${dossier}/evenement?type=REPRISE_EMPLOI`, `${dossier}/rectification`, `${dossier}/parametres`],
    ...['coordonnees', 'referent', 'rappels', 'erreur', 'silence'].map((page) => `${dossier}/${page}`),
    ...[`${dossier}/confirmation?entree=f1`, `${dossier}/annulation?entree=f1`, tache, `${rdv}/nouveau`],
    ...['deplacer', 'annuler'].map((page) => `${rdv}/${prevu!.id}/${page}`),
    // Previews, and forms that come back refused.
    ...[apercuRdv, await repondre(`${rdv}/nouveau`, `${rdv}/apercu`, { ...saisie, jour: '', heure: '' })],
    ...[await conges('2025-08-04'), await conges('')],
    await repondre(dossier, `${dossier}/actions`, { quoi: ' ', pourLe: '2025-02-31' }),
    await repondre(tache, `${dossier}/taches/reporter`, { au: '', motif: ' ' }),
    await repondre('/dossiers', '/confier', { a: '' }),
    '/nulle-part',
  ];
}

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
  const fautes = async (): Promise<string[]> => {
    await page.evaluate(AXE);
    return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' : ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
  };
  /** Where a page is wider than a phone, by how much. */
  const deborde = async (): Promise<number> => {
    await page.setViewportSize({ width: 320, height: 700 });
    const largeur: number = await page.evaluate('document.documentElement.scrollWidth');
    await page.setViewportSize({ width: 1280, height: 800 });
    return largeur - 320;
  };

  it('aucun écran n’a de faute d’accessibilité qu’axe-core connaisse, et tous tiennent sur un téléphone', async () => {
    const chezElle = await servir(banc.app.fetch);
    const adresses = (await ecrans()).map((adresse) => `${chezElle}${adresse}`);
    const chezLeResponsable = await servir(responsable.app.fetch);
    adresses.push(`${chezLeResponsable}/taches/laissees`, `${await servir(banc.nu.fetch)}/entree`);
    const trouvees: Record<string, unknown> = {};
    for (const adresse of adresses) {
      await page.goto(adresse);
      const [dites, large] = [await fautes(), await deborde()];
      if (dites.length > 0 || large > 0) trouvees[new URL(adresse).pathname] = { dites, large };
    }
    expect(trouvees).toEqual({});
  }, 300_000);
});
