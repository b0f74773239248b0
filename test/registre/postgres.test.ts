import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { panneDe } from '../../client/affichage/pannes';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';
import { migrer } from '../../registre';
import { lancer } from '../cli/jalon';
import { creerAutorite } from '../outils/certificats';

const enRoot = process.getuid?.() === 0;
let abri: string;
let port: number;
beforeEach(async () => {
  abri = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  // As a project's folder is: open to traversal.
  chmodSync(abri, 0o755);
  port = await portLibre();
});
afterEach(async () => {
  const base = join(abri, 'registre', 'base');
  // A test that failed half-way leaves its server behind.
  if (existsSync(join(base, 'postmaster.pid'))) await (await demarrer(await portLibre())).arreter();
  if (existsSync(base)) rmSync(realpathSync(base), { recursive: true, force: true });
  rmSync(abri, { recursive: true, force: true });
});

const demarrer = (surPort = port) =>
  demarrerPostgres({ dossier: join(abri, 'registre'), port: surPort, durable: false });
const pidDuServeur = () =>
  Number(readFileSync(join(abri, 'registre', 'base', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function occuper(surPort = 0): Promise<Server> {
  const serveur = createServer().listen(surPort, '127.0.0.1');
  await once(serveur, 'listening');
  return serveur;
}

async function demander(url: string, sql: string): Promise<string[][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

async function lanceur(): Promise<ChildProcess> {
  const programme = [join(racine, 'client/local/lancer.mjs'), 'test/registre/lanceur.ts'];
  const enfant = spawn(process.execPath, [...programme, join(abri, 'registre'), String(port)], {
    cwd: racine,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [dit] = await once(enfant.stdout as NodeJS.ReadableStream, 'data');
  expect(String(dit)).toContain('OK');
  return enfant;
}

describe('un registre dont l’autorité est donnée', () => {
  it('est joint par TLS quand elle l’a certifié sous ce nom, et chacun sait pourquoi il ne l’est pas autrement', async () => {
    const nous = creerAutorite('Autorité d’essai');
    const { certificat, cle } = nous.certifier('registre', { noms: ['127.0.0.1'] });
    const { url, arreter } = await demarrer();
    const base = realpathSync(join(abri, 'registre', 'base'));
    for (const [nom, contenu] of [['server.crt', certificat] as const, ['server.key', cle] as const]) {
      writeFileSync(join(base, nom), contenu, { mode: 0o600 });
      const { uid, gid } = statSync(base);
      chownSync(join(base, nom), uid, gid);
    }
    const sous = (autorite: string, adresse = url) => {
      const fichier = join(abri, 'autorite.pem');
      writeFileSync(fichier, autorite);
      return { JALON_REGISTRE_URL: adresse, JALON_REGISTRE_AUTORITE: fichier };
    };
    const joindre = (env: Record<string, string>) => migrer(lireReglages(env).registre.url!);
    const refus = (env: Record<string, string>) =>
      joindre(env).then(
        () => 'pris',
        (erreur) => panneDe(erreur)?.phrase,
      );
    expect(await refus(sous(nous.certificat))).toContain('ne nous prend pas : il ne parle pas TLS');

    await demander(url, 'ALTER SYSTEM SET ssl = on');
    await demander(url, 'SELECT pg_reload_conf()');
    const autreNom = url.replace('127.0.0.1', 'localhost');
    expect(await refus(sous(nous.certificat, autreNom))).toContain('son certificat est celui d’un autre nom');
    const autre = sous(creerAutorite('Autre autorité').certificat);
    expect(await refus(autre)).toContain('pas d’une autorité connue (JALON_REGISTRE_AUTORITE dit laquelle croire)');
    const jalon = await lancer(['absence', 'lister', '--json'], { env: autre });
    expect(jalon).toMatchObject({ statut: 1, erreurs: '', texte: expect.stringContaining('"REGISTRE_REFUSE"') });
    const { texte } = await lancer(['sante'], { env: autre });
    expect(texte).toContain(
      'Le registre (PostgreSQL) ne nous prend pas : son certificat n’est pas d’une autorité connue',
    );

    await joindre(sous(nous.certificat));
    const chiffree = lireReglages(sous(nous.certificat)).registre.url!;
    expect(await demander(chiffree, 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).toEqual([[true]]);
    await arreter();
  });
});

describe('PostgreSQL embarqué', () => {
  it('se crée au premier démarrage, garde ses données au suivant', async () => {
    const premier = await demarrer();
    expect(premier.adopte).toBe(false);
    expect(await demander(premier.url, 'SHOW server_encoding')).toEqual([['UTF8']]);
    expect(await demander(premier.url, `SELECT upper('éœ'), 'e' < 'É', current_database()`)).toEqual([
      ['ÉŒ', true, 'jalon'],
    ]);
    await demander(premier.url, `CREATE TABLE t AS SELECT 'gardé' AS mot`);
    await premier.arreter();
    await premier.arreter();
    const second = await demarrer();
    expect(second).toMatchObject({ adopte: false, url: premier.url });
    expect(await demander(second.url, 'TABLE t')).toEqual([['gardé']]);
    await second.arreter();
    await expect(demander(second.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('ne s’ouvre qu’avec son mot de passe, gardé pour soi, et sur cette machine seulement', async () => {
    const serveur = await demarrer();
    await expect(demander(serveur.url.replace(/:[0-9a-f]+@/, ':faux@'), 'SELECT 1')).rejects.toThrow('password');
    expect(await demander(serveur.url, 'SHOW listen_addresses')).toEqual([['127.0.0.1']]);
    expect(statSync(join(abri, 'registre', 'mot-de-passe')).mode & 0o777).toBe(0o600);
    await serveur.arreter();
  });

  it('figé, s’arrête aussi', async () => {
    const serveur = await demarrer();
    const pid = pidDuServeur();
    process.kill(pid, 'SIGSTOP');
    await serveur.arreter();
    expect(existsSync(join(abri, 'registre', 'base', 'postmaster.pid'))).toBe(false);
  });

  it('survit à un lanceur tué, et le suivant l’adopte au lieu de buter dessus', async () => {
    const enfant = await lanceur();
    const pid = pidDuServeur();
    enfant.kill('SIGKILL');
    await once(enfant, 'exit');
    const repris = await demarrer();
    expect(repris.adopte).toBe(true);
    expect(pidDuServeur()).toBe(pid);
    await demander(repris.url, 'CREATE TABLE t ()');
    const ailleurs = await portLibre();
    const deplace = await demarrer(ailleurs);
    expect(deplace.adopte).toBe(true);
    expect(deplace.url).toContain(`:${ailleurs}/`);
    expect(await demander(deplace.url, 'TABLE t')).toEqual([]);
    await deplace.arreter();
  });

  it('repart après avoir été tué lui-même, avec ce qui était validé', async () => {
    const tue = await demarrer();
    await demander(tue.url, 'CREATE TABLE t ()');
    process.kill(pidDuServeur(), 'SIGKILL');
    const repris = await demarrer();
    expect(repris.adopte).toBe(false);
    expect(await demander(repris.url, 'TABLE t')).toEqual([]);
    await repris.arreter();
  });

  it('ne prend pas pour un serveur le programme qui a reçu son numéro depuis', async () => {
    const serveur = await demarrer();
    const fichier = join(abri, 'registre', 'base', 'postmaster.pid');
    const contenu = readFileSync(fichier, 'utf8').replace(/^\d+/, String(process.pid));
    await serveur.arreter();
    writeFileSync(fichier, contenu);
    const repris = await demarrer();
    expect(repris.adopte).toBe(false);
    expect(await demander(repris.url, 'SELECT 1')).toEqual([[1]]);
    await repris.arreter();
  });

  it('dit en français qu’un port est pris et quel réglage en change, sans toucher au serveur en marche', async () => {
    const occupant = await occuper(port);
    const refus = new RegExp(`port ${port}.*déjà pris.*JALON_REGISTRE_PORT`);
    await expect(demarrer()).rejects.toThrow(refus);
    const serveur = await demarrer(await portLibre());
    await expect(demarrer()).rejects.toThrow(refus);
    expect(await demander(serveur.url, 'SELECT 1')).toEqual([[1]]);
    await new Promise((resolve) => occupant.close(resolve));
    await serveur.arreter();
  });

  it('recommence une création interrompue', async () => {
    const reste = join(abri, 'registre', 'base.en-cours');
    mkdirSync(reste, { recursive: true });
    writeFileSync(join(reste, 'PG_VERSION'), '18\n');
    const serveur = await demarrer();
    expect(await demander(serveur.url, 'SELECT 1')).toEqual([[1]]);
    await serveur.arreter();
  });

  it('dans un dossier fermé aux autres, ses données restent ; sous root, elles vont là où son compte a accès', async () => {
    chmodSync(abri, 0o700);
    const serveur = await demarrer();
    expect(await demander(serveur.url, 'SELECT 1')).toEqual([[1]]);
    const base = join(abri, 'registre', 'base');
    // Only root starts PostgreSQL under another account; anyone else has nothing to relocate.
    expect(lstatSync(base).isSymbolicLink()).toBe(enRoot);
    const { uid } = statSync(realpathSync(base));
    if (enRoot) expect(uid).not.toBe(0);
    else expect(uid).toBe(process.getuid?.());
    await serveur.arreter();
    const suivant = await demarrer();
    expect(await demander(suivant.url, 'SELECT 1')).toEqual([[1]]);
    await suivant.arreter();
  });
});
