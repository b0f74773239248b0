import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { champsCoordonnees } from '../../client/usages/changer-coordonnees';
import { Brouillons } from '../../client/web/commun/brouillons';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { deposerTache, lireDossier, lirePersonnes, listerActions, listerRendezVous } from '../../registre';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const conges = { 'champ.debut': '2025-08-04', 'champ.fin': '2025-08-08' };
const suivi = { sorte: 'SUIVI', mode: 'TELEPHONE', jour: '2025-07-15', heure: '9h30' };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const journal = async (numero: string) => (await lireDossier(banc.registre, numero))!.journal.map(({ id }) => id);
/** What a form sends, as it stands. */
const saisir = async (page: string, action: string, champs: Record<string, string>) => ({
  ...champsDuFormulaire((await lirePage(banc, page)).html, action),
  ...champs,
});

// A laptop may have no Chromium; with CI set, test/outils/navigateur.ts throws instead.
(cheminChromium ? describe : describe.skip)('dans un navigateur', () => {
  let navigateur: Browser;
  let page: Page;
  let adresse: string;
  let arreter: () => void;
  beforeAll(async () => {
    navigateur = await ouvrirNavigateur();
    await new Promise<void>((pret) => {
      const serveur = serve({ fetch: banc.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
        adresse = `http://127.0.0.1:${port}`;
        pret();
      });
      arreter = () => serveur.close();
    });
  });
  afterAll(async () => {
    await navigateur?.close();
    arreter?.();
  });
  beforeEach(async () => {
    page = await navigateur.newPage();
  });
  afterEach(() => page.close());
  const titre = () => page.locator('h1').textContent();
  /** Asked of the page: asked through DevTools, Chromium answers at times that what it has just shown is "not an active page" yet. */
  const demanderALaPage = async (quoi: 'history.back()' | 'location.reload()') => {
    await page.waitForLoadState();
    await Promise.all([page.waitForEvent('load'), page.evaluate(`setTimeout(() => ${quoi})`)]);
  };
  const revenir = () => demanderALaPage('history.back()');
  const recharger = () => demanderALaPage('location.reload()');

  it('la semaine s’imprime sans taire personne, et tient sur un téléphone', async () => {
    const numero = await banc.ouvrir('imprimee', [accord]);
    for (let i = 0; i < 60; i++) {
      const echeance = ajouterJours(dateCivile('2025-07-06'), i % 20);
      const libelle = `Tâche ${i}, qui se dit en une phrase assez longue pour tenir sur plus d’une ligne.`;
      await deposerTache(
        banc.registre,
        { cle: `${numero}/${i}`, numero, type: 'ESSAI', libelle, echeance },
        MAINTENANT,
      );
    }
    await page.goto(`${adresse}/`);
    const aLecran = page.getByText(/Tâche \d+, qui/);
    const visibles = await aLecran.filter({ visible: true }).count();
    expect([visibles > 20, visibles < 60]).toEqual([true, true]);
    await page.emulateMedia({ media: 'print' });
    expect(await aLecran.filter({ visible: true }).count()).toBe(60);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages!.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('un événement : l’aperçu a son adresse, se recharge, et Retour n’enregistre rien deux fois', async () => {
    const numero = await banc.ouvrir('retour-evenement', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}/evenement?type=CONGES`);
    await page.locator('[name="champ.debut"]').fill('2025-08-04');
    await page.locator('[name="champ.fin"]').fill('2025-08-08');
    await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
    expect(await titre()).toBe('Aperçu avant d’enregistrer');
    expect(page.url()).toMatch(/\/evenement\/apercu\?brouillon=[0-9a-f]{32}$/);
    await recharger();
    expect(await titre()).toBe('Aperçu avant d’enregistrer');
    await page.getByRole('link', { name: 'Modifier' }).click();
    expect(await page.locator('[name="champ.fin"]').inputValue()).toBe('2025-08-08');
    await revenir();
    await page.getByRole('button', { name: 'Confirmer et enregistrer' }).click();
    expect(page.url()).toContain(`/dossiers/${numero}?acte=`);
    await revenir();
    expect(await page.locator('.avis.fait').first().textContent()).toContain('L’événement est pris en compte');
    expect(await journal(numero)).toHaveLength(2);
  });

  it('un rendez-vous : de même, et ce qui était tapé reste', async () => {
    const numero = await banc.ouvrir('retour-rdv', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}/rendez-vous/nouveau?sorte=SUIVI`);
    await page.locator('[name="jour"]').fill('2025-07-15');
    await page.locator('[name="heure"]').fill('09:30');
    await page.locator('[name="mode"]').selectOption('TELEPHONE');
    await page.getByRole('button', { name: 'Voir ce qui sera envoyé' }).click();
    expect(page.url()).toMatch(/\/rendez-vous\/apercu\?brouillon=/);
    await recharger();
    await page.getByRole('link', { name: 'Modifier' }).click();
    expect(await page.locator('[name="jour"]').inputValue()).toBe('2025-07-15');
    await revenir();
    await page.getByRole('button', { name: 'Enregistrer', exact: false }).first().click();
    expect(page.url()).toContain(`/dossiers/${numero}?rdv=planifie`);
    await revenir();
    expect(page.url()).toContain('rdv=planifie');
    expect(await listerRendezVous(banc.registre, numero)).toHaveLength(1);
  });

  it('une action à la date fausse se recharge et garde ce qui était tapé', async () => {
    const numero = await banc.ouvrir('retour-action', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}`);
    await page.getByText('Ajouter une action').click();
    await page.locator('[name="quoi"]').fill('   ');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    expect(page.url()).toContain('?brouillon=');
    await recharger();
    expect(await page.locator('main').textContent()).toContain('Rien n’a été enregistré');
  });
});

it('aucune adresse ne dit ce qui est tapé', async () => {
  const numero = await banc.ouvrir('retour-adresse', [accord]);
  const chemin = `/dossiers/${numero}/coordonnees`;
  const corps = new URLSearchParams({ 'champ.identite.nom': 'Zyxwvut', 'champ.identite.telephone': '12' });
  const reponse = await banc.app.request(`http://127.0.0.1:3000${chemin}`, {
    method: 'POST',
    body: corps,
    headers: { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:3000' },
  });
  const suite = reponse.headers.get('location')!;
  expect([reponse.status, suite]).toEqual([
    303,
    expect.stringMatching(/^\/dossiers\/[\d-]+\/coordonnees\?brouillon=[0-9a-f]{32}$/),
  ]);
  const { statut, html } = await lirePage(banc, suite);
  expect([statut, html]).toEqual([400, expect.stringContaining('value="Zyxwvut"')]);
});

it('un brouillon qui n’est plus gardé le dit, et ramène au dossier ; confirmer l’aperçu resté ouvert enregistre', async () => {
  const numero = await banc.ouvrir('retour-perdu', [accord]);
  const base = `/dossiers/${numero}/evenement`;
  const apercu = await banc.poster(`${base}/apercu`, await saisir(`${base}?type=CONGES`, `${base}/apercu`, conges));
  const champs = champsDuFormulaire(await apercu.text(), base);
  const autre = await ouvrirBanc({
    registre: banc.registre,
    actes: banc.deps.actes,
    brouillons: new Brouillons(() => new Date()),
  });
  const jeton = 'f'.repeat(32);
  for (const chemin of [
    'evenement',
    'evenement/apercu',
    'rendez-vous/nouveau',
    'rendez-vous/apercu',
    'coordonnees',
    'actions/modifier',
  ]) {
    const { statut, html, texte } = await lirePage(autre, `/dossiers/${numero}/${chemin}?brouillon=${jeton}`);
    expect([chemin, statut, texte]).toEqual([
      chemin,
      410,
      expect.stringContaining('Ce qui était écrit ici n’est plus gardé'),
    ]);
    expect(html).toContain(`href="/dossiers/${numero}"`);
  }
  expect((await autre.poster(base, champs)).status).toBe(303);
  expect(await journal(numero)).toHaveLength(2);
  await autre.fermer();
});

describe('deux onglets', () => {
  it('le second événement n’est pas enregistré sur un aperçu que le premier a changé : ce qui a changé est dit', async () => {
    const numero = await banc.ouvrir('onglets-evenement', [accord]);
    const base = `/dossiers/${numero}/evenement`;
    const apercevoir = async (champs: Record<string, string>) => {
      const page = await banc.poster(`${base}/apercu`, await saisir(`${base}?type=CONGES`, `${base}/apercu`, champs));
      return champsDuFormulaire(await page.text(), base);
    };
    const [premier, second] = [
      await apercevoir(conges),
      await apercevoir({ 'champ.debut': '2025-08-11', 'champ.fin': '2025-08-15' }),
    ];
    expect((await banc.poster(base, premier)).status).toBe(303);
    const refus = await banc.poster(base, second);
    const html = await refus.text();
    expect(texteDe(html)).toMatch(
      /Le dossier a changé depuis que vous l’avez vu .* Congés du 04\/08\/2025 au 08\/08\/2025/,
    );
    expect(await journal(numero)).toHaveLength(2);
    expect((await banc.poster(base, champsDuFormulaire(html, base))).status).toBe(303);
    expect(await journal(numero)).toHaveLength(3);
  });

  it('un rendez-vous qui chevauche celui que l’autre onglet a pris est redemandé', async () => {
    const numero = await banc.ouvrir('onglets-rdv', [accord]);
    const base = `/dossiers/${numero}/rendez-vous`;
    const apercevoir = async () => {
      const page = await banc.poster(`${base}/apercu`, await saisir(`${base}/nouveau`, `${base}/apercu`, suivi));
      return champsDuFormulaire(await page.text(), base);
    };
    const [premier, second] = [await apercevoir(), await apercevoir()];
    expect((await banc.poster(base, premier)).status).toBe(303);
    const refus = await banc.poster(base, second);
    const html = await refus.text();
    expect([refus.status, texteDe(html)]).toEqual([400, expect.stringContaining('un avertissement est apparu depuis')]);
    expect(await listerRendezVous(banc.registre, numero)).toHaveLength(1);
    expect((await banc.poster(base, champsDuFormulaire(html, base))).status).toBe(303);
  });

  it('un rendez-vous déplacé par l’autre onglet ne se note ni annulé, ni manqué, ni tenu', async () => {
    const numero = await banc.ouvrir('onglets-sequence', [accord]);
    const base = `/dossiers/${numero}/rendez-vous`;
    await banc.poster(base, {
      ...(await saisir(`${base}/nouveau`, `${base}/apercu`, { ...suivi, heure: '16h30' })),
      _vus: '',
    });
    const { id } = (await listerRendezVous(banc.registre, numero))[0]!;
    const passe = `UPDATE rendez_vous SET debut = '2025-07-09T07:30:00Z' WHERE id = $1`;
    await banc.registre.pool.query(passe, [id]);
    const forms = await Promise.all(
      ['annuler', 'manque', 'tenu'].map(async (acte) => {
        const action = `${base}/${id}/${acte}`;
        return [action, await saisir(action, action, {})] as const;
      }),
    );
    await banc.registre.pool.query('UPDATE rendez_vous SET sequence = sequence + 1 WHERE id = $1', [id]);
    for (const [action, champs] of forms) {
      const refus = await banc.poster(action, champs);
      expect([action, refus.status, texteDe(await refus.text())]).toEqual([
        action,
        400,
        expect.stringContaining('Ce rendez-vous a changé depuis que vous l’avez vu'),
      ]);
    }
    expect((await listerRendezVous(banc.registre, numero))[0]!.statut).toBe('PREVU');
  });

  it('deux coordonnées changées à la fois restent toutes deux ; la même, à deux valeurs, est redemandée', async () => {
    const numero = await banc.ouvrir('onglets-coordonnees', [accord]);
    const page = `/dossiers/${numero}/coordonnees`;
    const ouvrir = () => saisir(page, page, {});
    const [un, deux, trois] = [await ouvrir(), await ouvrir(), await ouvrir()];
    const identite = async () => (await lirePersonnes(banc.registre, numero))!.identite;
    await banc.poster(page, { ...un, 'champ.identite.email': 'une@example.org' });
    await banc.poster(page, { ...deux, 'champ.identite.telephone': '06 39 98 01 09' });
    expect(await identite()).toMatchObject({ email: 'une@example.org', telephone: '06 39 98 01 09' });
    const refus = await banc.poster(page, { ...trois, 'champ.identite.email': 'autre@example.org' });
    const html = await refus.text();
    expect([refus.status, texteDe(html)]).toEqual([
      400,
      expect.stringContaining('a changé depuis que vous l’avez vu : il vaut « une@example.org » maintenant.'),
    ]);
    const revu = champsDuFormulaire(html, page);
    expect(revu['champ.identite.email']).toBe('autre@example.org');
    expect(revu['champ.identite.telephone']).toBe('06 39 98 01 09');
    expect((await banc.poster(page, revu)).status).toBe(303);
    expect(await identite()).toMatchObject({ email: 'autre@example.org', telephone: '06 39 98 01 09' });
    expect(champsCoordonnees.length).toBeGreaterThan(5);
  });

  it('une action du plan se change et se retire, mais pas à la place de ce que l’autre onglet en a fait', async () => {
    const numero = await banc.ouvrir('onglets-plan', [accord]);
    const base = `/dossiers/${numero}/actions`;
    await banc.poster(base, { id: '0123456789abcdef', quoi: 'Envoyer trois CV', pourLe: '2025-07-20' });
    const page = await lirePage(banc, `/dossiers/${numero}`);
    const lien = /href="([^"]+\/actions\/modifier\?action=[^"]+)"/.exec(page.html)![1]!;
    const ouvrir = () => saisir(lien, `${base}/modifier`, {});
    const [un, deux] = [await ouvrir(), await ouvrir()];
    expect(un).toMatchObject({ quoi: 'Envoyer trois CV', pourLe: '2025-07-20' });
    expect((await banc.poster(`${base}/modifier`, { ...un, quoi: 'Envoyer cinq CV', pourLe: '' })).status).toBe(303);
    const plan = async () => (await listerActions(banc.registre, numero)).map(({ quoi, pourLe }) => [quoi, pourLe]);
    expect(await plan()).toEqual([['Envoyer cinq CV', null]]);
    for (const acte of ['modifier', 'retirer']) {
      const refus = await banc.poster(`${base}/${acte}`, { ...deux, quoi: 'Envoyer dix CV' });
      const html = await refus.text();
      expect([refus.status, texteDe(html)]).toEqual([
        400,
        expect.stringMatching(/Cette action du plan a changé .* Le plan dit : Envoyer cinq CV/),
      ]);
      expect(html).toContain('value="Envoyer dix CV"');
    }
    const vide = await banc.poster(`${base}/modifier`, { ...(await ouvrir()), quoi: '' });
    expect([vide.status, texteDe(await vide.text())]).toEqual([
      400,
      expect.stringContaining('Écrivez ce qu’il faut faire'),
    ]);
    const relue = await ouvrir();
    expect((await banc.poster(`${base}/retirer`, relue)).status).toBe(303);
    expect((await banc.poster(`${base}/retirer`, relue)).status).toBe(303);
    expect(await plan()).toEqual([]);
    expect((await lirePage(banc, lien)).statut).toBe(404);
  });
});
