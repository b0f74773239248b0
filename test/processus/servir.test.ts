import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { creerCompte, desactiverCompte } from '../../registre';
import { creerAutorite } from '../outils/certificats';
import { monterPileDeTest, type PileDeTest } from '../outils/pile';

const maintenant = new Date('2026-01-12T08:00:00Z');
const tls = { JALON_URL: 'https://jalon.example.org', JALON_MANDATAIRES: '127.0.0.1' };
const enTete = { Host: 'jalon.example.org', 'X-Forwarded-Proto': 'https' };

let pile: PileDeTest;
let production: Record<string, string>;
let web: ChildProcess | undefined;
beforeAll(async () => {
  pile = await monterPileDeTest();
  production = {
    ...pile.env,
    JALON_PROFIL: 'production',
    JALON_TEMPORAL_ADRESSE: pile.reglages.temporal.adresse,
    JALON_SMTP_URL: pile.reglages.smtp.url,
    JALON_CLES: `k1:${randomBytes(32).toString('base64')}`,
    JALON_EXPEDITEUR: 'Jalon <csp@agence.internal>',
    JALON_POSTE: join(pile.reglages.donnees, 'poste'),
    JALON_SMS: join(pile.reglages.donnees, 'sms'),
  };
});
afterAll(async () => {
  web?.kill('SIGKILL');
  await pile?.fermer();
});

/** `npm run web` without npm, or another process of production. */
function servir(env: Record<string, string>, entree = 'client/local/servir.ts') {
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), entree], {
    env: { ...process.env, ...production, ...env },
  });
  let dit = '';
  for (const flux of [enfant.stdout, enfant.stderr])
    flux.on('data', (morceau) => {
      dit += morceau;
    });
  const fin = once(enfant, 'close').then(([statut]) => ({ statut: statut as number | null, dit }));
  return { enfant, fin, dit: () => dit };
}

/** The web tool and the worker, side by side: what each said, once it has ended. */
const lesDeux = (env: Record<string, string>) =>
  Promise.all(['client/local/servir.ts', 'worker/demarrer.ts'].map((entree) => servir(env, entree).fin));

/** A page, its `Host` as it is given. */
const demander = (chemin: string, headers: Record<string, string> = enTete) =>
  new Promise<{ statut: number; vers: string | undefined; texte: string }>((rendre, rejeter) => {
    const { port } = pile.reglages;
    request({ host: '127.0.0.1', port, path: chemin, headers }, async (reponse) => {
      let texte = '';
      for await (const morceau of reponse) texte += morceau;
      rendre({ statut: reponse.statusCode!, vers: reponse.headers.location, texte });
    })
      .once('error', rejeter)
      .end();
  });

it('ne démarre pas en production sans TLS devant lui', async () => {
  const { statut, dit } = await servir({}).fin;
  expect([statut, dit.trim().split('\n')]).toEqual([
    1,
    [
      expect.stringContaining('n’y démarre que derrière TLS'),
      expect.stringContaining('JALON_URL doit être l’adresse https://'),
      expect.stringContaining('JALON_MANDATAIRES doit nommer le mandataire'),
    ],
  ]);
});

it('ni lui ni le worker ne démarrent en production sur des exemples', async () => {
  const exemples = { ...tls, JALON_EXPEDITEUR: '', JALON_CLES: `k1:${Buffer.alloc(32, 1).toString('base64')}` };
  const dits = [
    1,
    [
      expect.stringContaining('JALON_CLES contient une clé d’exemple (k1)'),
      expect.stringContaining('JALON_EXPEDITEUR vaut « Jalon <ne-pas-repondre@example.org> »'),
    ],
  ];
  for (const { statut, dit } of await lesDeux(exemples)) expect([statut, dit.trim().split('\n')]).toEqual(dits);
});

it('ni lui ni le worker ne démarrent sur un registre qui ne les prend pas, et chacun dit pourquoi', async () => {
  const autorite = join(pile.reglages.donnees, 'autorite.pem');
  writeFileSync(autorite, creerAutorite('Autorité d’essai').certificat);
  const env = { ...tls, JALON_REGISTRE_AUTORITE: autorite };
  const [outil, worker] = await lesDeux(env);
  const phrase =
    'Le registre (PostgreSQL) ne nous prend pas : il ne parle pas TLS, que lui demande JALON_REGISTRE_AUTORITE ou l’adresse de JALON_REGISTRE_URL.';
  expect([outil!.statut, outil!.dit.trim()]).toEqual([1, `${phrase} (REGISTRE_REFUSE)`]);
  expect(worker!.statut).toBe(1);
  const dit = worker!.dit.split('\n').find((ligne) => ligne.includes(phrase));
  expect(JSON.parse(dit ?? '{}')).toMatchObject({ code: 'REGISTRE_REFUSE', msg: phrase });
});

it('ne démarre pas en production sur des comptes de démonstration, puis répond à son mandataire seul', async () => {
  const compte = {
    id: 'essayeur',
    nom: 'Maude Lescot',
    adresse: 'essayeur@example.org',
    role: 'EXPLOITATION',
  } as const;
  await creerCompte(pile.registre, { ...compte, agence: null, demonstration: true }, 'essai', maintenant);
  for (const entree of ['client/local/servir.ts', 'worker/demarrer.ts']) {
    const { statut, dit } = await servir(tls, entree).fin;
    expect([entree, statut, dit]).toEqual([entree, 1, expect.stringContaining('comptes de démonstration (essayeur)')]);
  }

  await desactiverCompte(pile.registre, 'essayeur', 'essai', maintenant);
  const lance = servir(tls);
  web = lance.enfant;
  await new Promise<void>((pret, rater) => {
    lance.enfant.stdout!.on('data', () => lance.dit().includes('l’outil web est prêt') && pret());
    void lance.fin.then(({ dit }) => rater(new Error(dit)));
  });
  expect(await demander('/')).toMatchObject({ statut: 303, vers: '/entree' });
  expect((await demander('/entree')).texte).not.toContain('Vous essayez Jalon');
  const enClair = await demander('/entree', { Host: 'jalon.example.org' });
  expect([enClair.statut, enClair.texte]).toEqual([403, expect.stringContaining('https://jalon.example.org')]);
  expect((await demander('/entree', { ...enTete, Host: 'autre.example.org' })).statut).toBe(403);
  expect((await demander('/sante', { Host: '127.0.0.1' })).statut).toBe(200);
  lance.enfant.kill('SIGTERM');
  expect((await lance.fin).statut).toBe(0);
});
