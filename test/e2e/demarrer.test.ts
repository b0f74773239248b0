import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { portLibre } from '../../client/local/ports';
import { racine } from '../../commun/racine';
import { ajouterJours, enChiffres } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { type Collecteur, ouvrirCollecteur } from '../outils/collecteur';
import { laisses } from '../outils/laisses';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { attendreQue } from '../outils/pile';

jest.setTimeout(180_000);

interface Jalon {
  processus: ChildProcess;
  adresse: string;
  /** The address that the terminal says to sign in by. */
  entree(): string;
  sortie(): string;
  arrete(): boolean;
  /** Ctrl-C. @returns seconds until everything had ended */
  arreter(): Promise<number>;
}

/** `npm start`, as a person types it, on ports and in a folder of its own. */
async function demarrer(donnees: string, ports: number[], plus: Record<string, string> = {}): Promise<Jalon> {
  const [web, moteur, ui, smtp, registre] = ports.map(String) as [string, string, string, string, string];
  const processus = spawn('npm', ['start'], {
    cwd: racine,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      JALON_DONNEES: donnees,
      JALON_PORT: web,
      JALON_TEMPORAL_PORT: moteur,
      JALON_TEMPORAL_UI_PORT: ui,
      JALON_SMTP_PORT: smtp,
      JALON_REGISTRE_PORT: registre,
      JALON_RETENUE_MINUTES: '0',
      ...plus,
    },
  });
  let sortie = '';
  let arrete = false;
  // `close` and not `exit`: npm may go first, what it started holds the output until it has ended.
  const fin = once(processus, 'close');
  await new Promise<void>((pret, rate) => {
    const lire = (morceau: Buffer) => {
      sortie += morceau.toString();
      if (sortie.includes('Prêt en')) pret();
    };
    processus.stdout!.on('data', lire);
    processus.stderr!.on('data', lire);
    fin.then(([code]) => rate(new Error(`npm start s’est arrêté (${code}) :\n${sortie}`)), rate);
  });
  return {
    processus,
    adresse: `http://127.0.0.1:${web}`,
    entree: () => /Entrer, un compte par rôle : (\S+)/.exec(sortie)![1]!,
    sortie: () => sortie,
    arrete: () => arrete,
    async arreter() {
      const debut = Date.now();
      // A Ctrl-C reaches the whole group of the terminal, npm included.
      process.kill(-processus.pid!, 'SIGINT');
      await fin;
      arrete = true;
      return (Date.now() - debut) / 1000;
    },
  };
}

/** Signs in as an account of the demonstration. @returns asks a page with its session */
async function entrer({ adresse, entree }: Jalon, compte: string): Promise<(chemin: string) => Promise<Response>> {
  const { headers, status } = await fetch(entree(), {
    method: 'POST',
    body: new URLSearchParams({ compte }),
    headers: { Origin: adresse },
    redirect: 'manual',
  });
  expect(status).toBe(303);
  const cookie = headers.get('set-cookie')!.split(';')[0]!;
  return (chemin) => fetch(`${adresse}${chemin}`, { headers: { cookie }, redirect: 'manual' });
}

describe('npm start', () => {
  const donnees = mkdtempSync(join(tmpdir(), 'jalon-e2e-'));
  let ports: number[];
  let jalon: Jalon;
  let collecteur: Collecteur;
  let navigateur: Browser | undefined;
  let demander: (chemin: string) => Promise<Response>;
  beforeAll(async () => {
    ports = [];
    for (let i = 0; i < 5; i++) ports.push(await portLibre());
    collecteur = await ouvrirCollecteur();
    jalon = await demarrer(donnees, ports, { OTEL_EXPORTER_OTLP_ENDPOINT: collecteur.adresse });
    demander = await entrer(jalon, 'l-vasseur');
  });
  afterAll(async () => {
    await navigateur?.close();
    if (jalon && !jalon.arrete()) await jalon.arreter();
    await collecteur?.fermer();
    rmSync(donnees, { recursive: true, force: true });
  });

  it('ouvre le portefeuille et fait partir les lettres dues, avec leur PDF', async () => {
    expect(jalon.sortie()).toMatch(/Portefeuille ouvert : 36 parcours .*, 6 rendez-vous, 2 formations/);
    expect((await fetch(`${jalon.adresse}/sante`)).status).toBe(200);
    expect((await fetch(`${jalon.adresse}/boite.json`)).status).toBe(401);
    expect(jalon.sortie()).toMatch(/Premier administrateur, une seule fois : \S+\/entree\/lien\/[\w-]{43}\n/);
    const boite: { from: string; to: string; subject: string; date: string; attachments: { contentType: string }[] }[] =
      (await (await demander('/boite.json')).json()) as never;
    expect(boite.length).toBeGreaterThanOrEqual(5);
    for (const message of boite) {
      expect(message.to).toMatch(/@example\.org/);
      expect(message.subject.length).toBeGreaterThan(10);
      expect(message.attachments.map((a) => a.contentType)).toContain('application/pdf');
    }
  });

  // A laptop may have no Chromium; with CI set, test/outils/navigateur.ts throws instead.
  (cheminChromium ? it : it.skip)(
    'un arrêt maladie consigné sur la page pousse le terme, montré avant et après',
    async () => {
      navigateur = await ouvrirNavigateur();
      const contexte = await navigateur.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
      const page: Page = await contexte.newPage();
      await page.goto(jalon.adresse);
      expect(await page.locator('h1').textContent()).toBe('Entrer');
      await page.goto(jalon.entree());
      await page.getByRole('button', { name: /Lucie Vasseur/ }).click();
      await page.getByRole('link', { name: 'Gersende Lacroix' }).first().click();
      const dossier = page.url();
      const terme = () => page.locator('tr', { hasText: 'Terme du CSP' }).first().textContent();
      const [ancien] = /\d\d\/\d\d\/\d{4}/.exec((await terme()) ?? '')!;
      await page.getByRole('link', { name: 'Consigner un événement' }).click();
      await page.getByRole('link', { name: /Arrêt maladie/ }).click();
      const demain = ajouterJours(dateLocale(new Date(), 'Europe/Paris'), 1);
      await page.locator('[id="champ.debut"]').fill(demain);
      await page.locator('[id="champ.fin"]').fill(ajouterJours(demain, 4));
      await page.locator('main form button[type=submit]').first().click();
      const apercu = await page.locator('main').textContent();
      expect(apercu).toContain('sera pris en compte');
      const [j, m, a] = ancien!.split('/');
      const nouveau = enChiffres(ajouterJours(`${a}-${m}-${j}` as never, 5));
      expect(apercu).toContain(nouveau);
      expect(apercu).toMatch(/R15/);
      await page.getByRole('button', { name: 'Confirmer et enregistrer' }).click();
      await attendreQue(
        'le nouveau terme',
        async () => {
          await page.goto(dossier);
          return (await terme())?.includes(nouveau) ?? false;
        },
        30_000,
      );
      const boite = async (): Promise<{ subject: string; attachments: { contentType: string }[] }[]> =>
        (await (await demander('/boite.json')).json()) as never;
      const sujets = await attendreQue(
        'la nouvelle date de fin',
        async () => {
          const trouves = (await boite()).filter(({ subject }) => subject.endsWith('sa date de fin change'));
          return trouves.length > 0 && trouves;
        },
        30_000,
      );
      expect(sujets).toHaveLength(1);
      const lignee = await attendreQue(
        'la remise, suivie depuis le clic',
        async () =>
          collecteur.lignees('remise SMTP').find((l) => l.some(({ nom }) => nom === 'signal consigner')) ?? null,
        15_000,
      );
      expect(lignee.map(({ service, nom }) => `${service} ${nom}`)).toEqual([
        'jalon-worker remise SMTP',
        'jalon-worker activité remettre',
        'jalon-web signal consigner',
        'jalon-web usage agir-sur-un-dossier',
        expect.stringMatching(/^jalon-web POST \/dossiers\/:numero/),
      ]);
      expect(new Set(lignee.map(({ traceId }) => traceId)).size).toBe(1);
      expect(collecteur.brut()).not.toMatch(/Lacroix|Gersende|example\.org|ARRET_MALADIE/i);
      // Of the six people of the example, those who have an e-mail address.
      await attendreQue(
        'les invitations',
        async () =>
          (await boite()).filter((m) => m.attachments.some((a) => a.contentType === 'text/calendar')).length >= 4,
        30_000,
      );
    },
  );

  it('PostgreSQL tué : il est nommé, les pages le disent, il revient et tout reprend', async () => {
    const fichier = join(donnees, 'registre', 'base', 'postmaster.pid');
    process.kill(Number(readFileSync(fichier, 'utf8').split('\n')[0]), 'SIGKILL');
    const page = await attendreQue(
      'une page qui le dit',
      async () => {
        const reponse = await demander('/');
        return reponse.status === 503 && reponse.text();
      },
      10_000,
    );
    expect(page).toContain('Le registre (PostgreSQL) ne répond pas');
    await attendreQue('tout répond', async () => (await fetch(`${jalon.adresse}/sante`)).status === 200, 60_000);
    expect(jalon.sortie()).toMatch(/Le registre \(PostgreSQL\) s’est arrêté .*, il redémarre/);
    expect(jalon.sortie()).toContain('Le registre (PostgreSQL) a repris.');
    expect(jalon.sortie()).not.toMatch(/Le worker s’est arrêté| {4}at /);
  });

  it('s’arrête proprement, même pendant qu’une partie redémarre, et retrouve tout au second démarrage', async () => {
    const { pid: moteur } = JSON.parse(readFileSync(join(donnees, 'temporal.pid'), 'utf8')) as { pid: number };
    process.kill(moteur, 'SIGKILL');
    await attendreQue('on le dit', async () => jalon.sortie().includes('Le moteur Temporal s’est arrêté'), 10_000);
    expect(await jalon.arreter()).toBeLessThan(20);
    expect(jalon.sortie()).toContain('Jalon est arrêté.');
    expect(laisses(donnees)).toEqual([]);
    jalon = await demarrer(donnees, ports);
    expect(jalon.sortie()).toMatch(/36 parcours retrouvés/);
    // Neither the session nor the address has changed.
    expect((await demander('/')).status).toBe(200);
    expect((await fetch(`${jalon.adresse}/sante`)).status).toBe(200);
  });
});
