import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Arrets } from '../../../client/local/arrets';
import { portLibre } from '../../../client/local/ports';
import { demarrerPostgres } from '../../../client/local/postgres';
import { cheminBase } from '../../../client/local/postgres/donnees';
import { trouverPostmaster } from '../../../client/local/postgres/postmaster';
import { demarrerBoite } from '../../../client/local/serveur-boite';
import { type Compose, environnementDe, type Place, scriptDe } from '../../outils/compose';
import { attendreQue } from '../../outils/pile';
import { administrer } from '../../outils/serveur-registre';
import { environnementDuMoteur, portsDuMoteur, type Reperes } from './moteur';

const executer = promisify(execFile);

/** Signs that an address or a shell would take for its own. The server itself bears neither a space, a double quote nor a backslash (tried). */
const MOT_DE_PASSE = "a@b:c/d#e%20$f'g";

/** One of its PostgreSQL servers. */
export interface BaseDeGrappe {
  url: string;
  dossier: string;
  /** Its immediate stop: nothing is written any more, its log is replayed at the next start. Returns once it is dead. */
  couper(): Promise<void>;
  /** As a container is started again; one that lives is left as it is. */
  relancer(): Promise<void>;
}

/** What the cluster and Jalon stand on: two PostgreSQL servers, the files of secrets, a mailbox. */
export interface Decor {
  dossier: string;
  place: Place;
  reperes: Reperes;
  /** Settings of every process of Jalon: those of the compose file's worker, moved to this machine. */
  reglages: Record<string, string>;
  bases: { registre: BaseDeGrappe; moteur: BaseDeGrappe };
  boite: { dossier: string; port: number; arreter(): Promise<void>; relancer(): Promise<void> };
}

/** Brings it up as the compose file does, on ports of this machine. @param avant what is done to its empty folder */
export async function monterDecor(
  { configs, services }: Compose,
  arrets: Arrets,
  avant: (dossier: string) => void = () => undefined,
): Promise<Decor> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-grappe-'));
  // Last, once nobody writes there any more.
  arrets.ajouter('Dossier', () => rmSync(dossier, { recursive: true, force: true }));
  // PostgreSQL's own account goes through it.
  chmodSync(dossier, 0o711);
  avant(dossier);
  const secrets = join(dossier, 'secrets');
  for (const sien of [secrets, join(dossier, 'jalon')]) mkdirSync(sien, { mode: 0o700 });
  const dynamique = join(dossier, 'dynamique.yaml');
  writeFileSync(dynamique, configs.moteur_dynamique!.content);
  const registre = await monterBase(join(dossier, 'registre'), arrets);
  const moteur = await monterBase(join(dossier, 'moteur'), arrets);
  await administrer(
    moteur.url,
    `CREATE ROLE temporal LOGIN SUPERUSER PASSWORD '${MOT_DE_PASSE.replaceAll("'", "''")}'`,
  );
  const lettres = { dossier: join(dossier, 'boite'), port: await portLibre() };
  let boite = await demarrerBoite(lettres);
  arrets.ajouter('boite', () => boite.arreter());
  const url = new URL(registre.url);
  const confidences = {
    jalon_cles: `k1:${randomBytes(32).toString('base64')}`,
    registre_mot_de_passe: decodeURIComponent(url.password),
    temporal_mot_de_passe: MOT_DE_PASSE,
    smtp_url: boite.url,
  };
  for (const [nom, contenu] of Object.entries(confidences)) writeFileSync(join(secrets, nom), `${contenu}\n`);
  url.password = '';
  const place = { secrets, donnees: { JALON_EXPEDITEUR: 'Jalon <csp@agence.localhost>' } };
  const ports = await portsDuMoteur();
  return {
    dossier,
    place,
    bases: { registre, moteur },
    boite: {
      ...lettres,
      arreter: () => boite.arreter(),
      async relancer() {
        boite = await demarrerBoite(lettres);
      },
    },
    reperes: { base: Number(new URL(moteur.url).port), ports, dynamique },
    reglages: {
      ...environnementDe(services.worker!, place),
      JALON_TEMPORAL_ADRESSE: `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`,
      JALON_METRIQUES: `127.0.0.1:${await portLibre()}`,
      JALON_DONNEES: join(dossier, 'jalon'),
      JALON_REGISTRE_URL: url.href,
      JALON_POSTE: join(dossier, 'poste'),
      JALON_SMS: join(dossier, 'sms'),
      // Letters leave at once, at whatever hour the proof runs.
      JALON_ENVOI: 'immediat',
      JALON_RETENUE_MINUTES: '0',
      JALON_ARRET_SECONDES: '5',
    },
  };
}

async function monterBase(dossier: string, arrets: Arrets): Promise<BaseDeGrappe> {
  const options = { dossier, port: await portLibre() };
  let serveur = await arrets.monter(dossier, demarrerPostgres(options));
  const { url } = serveur;
  const vit = () => trouverPostmaster(cheminBase(dossier));
  return {
    url,
    dossier,
    async couper() {
      serveur.couper?.();
      await attendreQue('PostgreSQL est mort', async () => (await vit()) === null, 30_000);
    },
    async relancer() {
      serveur = await demarrerPostgres(options);
    },
  };
}

/** The tables of the engine, by the very script of the compose file. @param programmes folder of `temporal-sql-tool` */
export async function poserLesTables(
  compose: Compose,
  programmes: string,
  decor: Pick<Decor, 'place' | 'reperes'>,
): Promise<void> {
  const { place, reperes } = decor;
  const env = environnementDuMoteur(compose, 'temporal-schema', place, reperes);
  await executer('sh', ['-euc', scriptDe(compose.services['temporal-schema']!, place)], {
    env: { ...env, PATH: `${programmes}:${process.env.PATH}` },
    maxBuffer: 1 << 26,
  });
}

/** What the entry point of the compose file reads from its secret. */
export const motDePasseDuMoteur = { POSTGRES_PWD: MOT_DE_PASSE };
