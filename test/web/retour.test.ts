import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { hacher } from '../../client/usages/commun/mot-de-passe';
import { Brouillons } from '../../client/web/commun/brouillons';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { changerEmpreinte, creerCompte, deposerTache, listerRendezVous, retenuesEnCours } from '../../registre';
import { Clavier } from '../outils/clavier';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, champsDuFormulaire, faitsDe, lirePage, MAINTENANT, ouvrirBanc, saisir } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const conges = { 'champ.debut': '2025-08-04', 'champ.fin': '2025-08-08' };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

/** An account that enters by its password, and a dossier that it finds, with letters to come. */
async function deQuoiAgir(): Promise<{ numero: string; motDePasse: string }> {
  const [id, motDePasse] = ['clavier', 'les touches du quai'];
  const { agence, identite } = personnesInventees;
  const compte = { id, nom: 'Compte clavier', adresse: 'clavier@example.org', role: 'CONSEILLER' } as const;
  await creerCompte(banc.registre, { ...compte, agence: agence.id }, 'essai', MAINTENANT);
  await changerEmpreinte(banc.registre, { id, empreinte: await hacher(motDePasse) }, 'essai', MAINTENANT);
  const personnes = { ...personnesInventees, identite: { ...identite, prenom: 'Ada', nom: 'Touche' } };
  const numero = await banc.ouvrir('clavier', [accord], { personnes, dateReprise: dateCivile('2025-07-10') });
  return { numero, motDePasse };
}

// A laptop may have no Chromium; with CI set, test/outils/navigateur.ts throws instead.
(cheminChromium ? describe : describe.skip)('dans un navigateur', () => {
  let navigateur: Browser;
  let page: Page;
  let adresse: string;
  /** The same pages, for who is not in yet. */
  let dehors: string;
  const arrets: (() => void)[] = [];
  const servir = (fetch: (demande: Request) => Response | Promise<Response>) =>
    new Promise<string>((pret) => {
      const serveur = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => pret(`http://127.0.0.1:${port}`));
      arrets.push(() => serveur.close());
    });
  beforeAll(async () => {
    navigateur = await ouvrirNavigateur();
    [adresse, dehors] = [await servir(banc.app.fetch), await servir(banc.nu.fetch)];
  });
  afterAll(async () => {
    await navigateur?.close();
    for (const arreter of arrets) arreter();
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
    for (let i = 0; i < 45; i++) {
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
    expect([visibles > 20, visibles < 45]).toEqual([true, true]);
    await page.emulateMedia({ media: 'print' });
    expect(await aLecran.filter({ visible: true }).count()).toBe(45);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages!.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('un événement : l’aperçu a son adresse, se recharge, et Retour n’enregistre rien deux fois', async () => {
    const numero = await banc.ouvrir('retour-evenement', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}/evenement?type=CONGES`);
    await page.locator('[name="champ.debut"]').fill('4/8/25');
    await page.locator('[name="calendrier:champ.fin"]').fill('2025-08-08');
    await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
    expect(await titre()).toBe('Aperçu avant d’enregistrer');
    expect(page.url()).toMatch(/\/evenement\/apercu\?brouillon=[0-9a-f]{32}$/);
    await recharger();
    expect(await titre()).toBe('Aperçu avant d’enregistrer');
    await page.getByRole('link', { name: 'Modifier' }).click();
    expect(await page.locator('[name="champ.fin"]').inputValue()).toBe('08/08/2025');
    await revenir();
    await page.getByRole('button', { name: 'Confirmer et enregistrer' }).click();
    expect(page.url()).toContain(`/dossiers/${numero}?acte=`);
    await revenir();
    expect(await page.locator('.avis.fait').first().textContent()).toContain('L’événement est pris en compte');
    expect(await faitsDe(banc, numero)).toHaveLength(2);
  });

  it('un rendez-vous : de même, et ce qui était tapé reste', async () => {
    const numero = await banc.ouvrir('retour-rdv', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}/rendez-vous/nouveau?sorte=SUIVI`);
    await page.locator('[name="jour"]').fill('15/7/25');
    await page.locator('[name="heure"]').fill('09:30');
    await page.locator('[name="mode"]').selectOption('TELEPHONE');
    await page.getByRole('button', { name: 'Voir ce qui sera envoyé' }).click();
    expect(page.url()).toMatch(/\/rendez-vous\/apercu\?brouillon=/);
    await recharger();
    await page.getByRole('link', { name: 'Modifier' }).click();
    expect(await page.locator('[name="jour"]').inputValue()).toBe('15/07/2025');
    await revenir();
    await page.getByRole('button', { name: 'Enregistrer', exact: false }).first().click();
    expect(page.url()).toContain(`/dossiers/${numero}?rdv=planifie`);
    await revenir();
    expect(page.url()).toContain('rdv=planifie');
    expect(await listerRendezVous(banc.registre, numero)).toHaveLength(1);
  });

  it('au clavier seul : on entre, on cherche, on consigne un arrêt, on planifie, on retient une lettre, on revient à sa semaine', async () => {
    const { numero, motDePasse } = await deQuoiAgir();
    const clavier = new Clavier(page);
    const fait = () => page.locator('.avis.fait').first().textContent();

    await page.goto(`${dehors}/entree`);
    // The first stop skips the menu; the next one is then of the page itself.
    expect(await clavier.jusqua('Aller au contenu')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await clavier.jusqua('Adresse e-mail')).toEqual([]);
    await page.keyboard.type('clavier@example.org');
    await clavier.remplir('Mot de passe', 'pas le bon du tout');
    await clavier.valider();
    // Refused: one starts where it is said why, and the field to mend is next.
    expect(await clavier.ici()).toMatch(/n’est pas le bon/);
    expect(await clavier.jusqua('Adresse e-mail')).toEqual([]);
    await clavier.remplir('Mot de passe', motDePasse);
    await clavier.valider();
    expect(await titre()).toBe('Ma semaine');

    await clavier.remplir('Chercher un dossier', 'touche');
    await clavier.valider();
    expect(await titre()).toBe('Dossiers');
    await clavier.jusqua('Aller au contenu');
    await page.keyboard.press('Enter');
    await clavier.suivre('Ada Touche');
    expect(await titre()).toBe('Ada Touche');

    await clavier.suivre('Consigner un événement');
    await clavier.suivre('Arrêt maladie');
    await clavier.suivre('Voir ce que cela change', 'Space');
    expect(await clavier.ici()).toMatch(/à revoir/);
    expect(await clavier.jusqua('Premier jour')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('champ.debut');
    await page.keyboard.type('14/7/25');
    await clavier.remplir('Dernier jour', '25/7/25');
    await clavier.suivre('Voir ce que cela change', 'Space');
    await clavier.suivre('Confirmer et enregistrer');
    expect(await fait()).toContain('L’événement est pris en compte');
    expect(await faitsDe(banc, numero)).toHaveLength(2);

    await clavier.suivre('Planifier');
    await clavier.choisir('Sorte', 'SUIVI');
    await clavier.remplir('Jour', '5/8/25');
    // Hours, minutes, and the half of the day where the browser counts twelve of them.
    await clavier.remplir('Heure', '0930A');
    await clavier.choisir('Où', 'TELEPHONE');
    await clavier.suivre('Voir ce qui sera envoyé', 'Space');
    await clavier.suivre('Enregistrer');
    expect(await listerRendezVous(banc.registre, numero)).toMatchObject([
      { sorte: 'SUIVI', mode: 'TELEPHONE', debut: '2025-08-05T07:30:00.000Z' },
    ]);

    await clavier.jusqua('Courriers');
    await page.keyboard.press('Enter');
    await clavier.jusqua('Plus tard');
    await page.keyboard.press('Space');
    await clavier.jusqua('Retenir : ');
    await page.keyboard.press('Space');
    await clavier.remplir('Motif', 'Adresse à vérifier');
    await clavier.valider();
    expect(await fait()).toContain('Le courrier est retenu');
    expect(await retenuesEnCours(banc.registre, numero)).toMatchObject([{ motif: 'Adresse à vérifier' }]);

    // And back, from where that page was left.
    await clavier.jusqua('Ma semaine', 'Shift+Tab');
    await clavier.valider();
    expect(await titre()).toBe('Ma semaine');
    expect(clavier.fautes).toEqual([]);
    // Some two hundred keys, each looked at: a minute where others keep the machine busy.
  }, 180_000);

  it('une action à la date fausse se recharge et garde ce qui était tapé', async () => {
    const numero = await banc.ouvrir('retour-action', [accord]);
    await page.goto(`${adresse}/dossiers/${numero}`);
    await page
      .getByRole('navigation', { name: 'Dans ce dossier' })
      .getByRole('link', { name: 'Plan d’action' })
      .click();
    const tape = { quoi: 'Appeler la mairie', pourLe: '31/2/2025' };
    for (const [nom, valeur] of Object.entries(tape)) await page.locator(`[name="${nom}"]`).fill(valeur);
    await page.getByRole('button', { name: 'Ajouter' }).click();
    expect(page.url()).toContain('?brouillon=');
    await recharger();
    expect(await page.locator('main').textContent()).toContain('Rien n’a été enregistré');
    for (const [nom, valeur] of Object.entries(tape))
      expect(await page.locator(`[name="${nom}"]`).inputValue()).toBe(valeur);
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
  const apercu = await banc.poster(
    `${base}/apercu`,
    await saisir(banc, `${base}?type=CONGES`, `${base}/apercu`, conges),
  );
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
  expect(await faitsDe(banc, numero)).toHaveLength(2);
  await autre.fermer();
});
