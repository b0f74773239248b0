import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { Arrets } from '../../client/local/arrets';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { demarrerTemporal } from '../../client/local/serveur-temporal';
import { connecter } from '../../client/temporal';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';
import { migrer, ouvrirRegistre, type Registre } from '../../registre';
import { coeurPostgresMs, coeurProcessusMs } from '../coeurs';

/** Processor time of each process of a journey, in milliseconds. */
export interface Coeurs {
  worker: number;
  moteur: number;
  registre: number;
  smtp: number;
}

/** A process of the bench. */
export interface Ouvrier {
  enfant: ChildProcess;
  arreter(): Promise<void>;
}

/** Everything that a journey asks of a machine, each in its own process: the engine, the register, the relay. */
export interface Place {
  registre: Registre;
  client: Client;
  /** Of the floor: payloads in clear, as nobody asked for anything. */
  clientNu: Client;
  /** Of the engine and of the register. */
  versions: { temporal: string; postgres: string };
  lancerWorker(entree: string): Promise<Ouvrier>;
  /** What the processes used so far, one worker among them. */
  coeurs(ouvrier: Ouvrier): Promise<Coeurs>;
  fermer(): Promise<void>;
}

/** The dev server's timers have a grain of a second, which is what a pause lasts. The floor has the same. */
const GRAIN_DES_MINUTERIES = 'history.timerProcessorMaxTimeShift="10ms"';

export async function monterPlace(): Promise<Place> {
  const arrets = new Arrets();
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  arrets.ajouter('dossier', () => rmSync(dossier, { recursive: true, force: true }));
  try {
    return await monter(dossier, arrets);
  } catch (erreur) {
    await arrets.tous(console.error);
    throw erreur;
  }
}

async function monter(dossier: string, arrets: Arrets): Promise<Place> {
  const [port, portUi, portSmtp, portPostgres] = [
    await portLibre(),
    await portLibre(),
    await portLibre(),
    await portLibre(),
  ];
  const postgres = await demarrerPostgres({ dossier: join(dossier, 'registre'), port: portPostgres });
  arrets.ajouter('PostgreSQL', postgres.arreter);
  await migrer(postgres.url);
  const registre = ouvrirRegistre(postgres.url);
  arrets.ajouter('registre', registre.fermer);
  const env = {
    ...process.env,
    ...{ JALON_DONNEES: dossier, JALON_REGISTRE_URL: postgres.url, JALON_SMTP_URL: `smtp://127.0.0.1:${portSmtp}` },
    ...{ JALON_TEMPORAL_PORT: String(port), JALON_TEMPORAL_UI_PORT: String(portUi), JALON_JOURNAL: 'warn' },
    // As in production.
    ...{ JALON_ENVOI: 'fenetre', JALON_RETENUE_MINUTES: '60' },
  };
  const reglages = lireReglages(env);
  const moteur = await demarrerTemporal(reglages, ['--dynamic-config-value', GRAIN_DES_MINUTERIES]);
  arrets.ajouter('moteur', moteur.arreter);
  const { pid: pidMoteur } = JSON.parse(readFileSync(join(dossier, 'temporal.pid'), 'utf8')) as { pid: number };
  const client = await connecter(reglages);
  arrets.ajouter('client', () => client.connection.close());
  const lancer = async (nom: string, entree: string, ...arguments_: string[]): Promise<Ouvrier> => {
    const ouvrier = await demarrerEnfant(entree, arguments_, env);
    arrets.ajouter(nom, ouvrier.arreter);
    return ouvrier;
  };
  const puits = await lancer('SMTP', 'bench/puits-smtp.ts', String(portSmtp));
  const { rows } = await registre.pool.query<{ server_version: string }>('SHOW server_version');
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  return {
    registre,
    client,
    clientNu: new Client({ connection: client.connection, namespace: reglages.temporal.espace }),
    versions: { temporal: serverVersion ?? '', postgres: rows[0]!.server_version },
    lancerWorker: (entree) => lancer('worker', entree),
    async coeurs({ enfant }) {
      return {
        worker: coeurProcessusMs(enfant.pid!),
        moteur: coeurProcessusMs(pidMoteur),
        registre: (await coeurPostgresMs(registre)) ?? 0,
        smtp: coeurProcessusMs(puits.enfant.pid!),
      };
    },
    fermer: () => arrets.tous(console.error),
  };
}

/** @returns once it says that it is ready */
async function demarrerEnfant(entree: string, arguments_: string[], env: NodeJS.ProcessEnv): Promise<Ouvrier> {
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), entree, ...arguments_], {
    cwd: racine,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const mort = once(enfant, 'exit').then(([code]) => {
    throw new Error(`${entree} s’est arrêté aussitôt démarré (statut ${code})`);
  });
  mort.catch(() => undefined);
  await Promise.race([once(enfant, 'message'), mort]);
  return {
    enfant,
    async arreter() {
      if (enfant.exitCode !== null || enfant.signalCode !== null) return;
      const fin = once(enfant, 'exit');
      enfant.kill('SIGKILL');
      await fin;
    },
  };
}
