import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { Arrets } from '../../client/local/arrets';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { connecter } from '../../client/temporal';
import { lireReglages, type Reglages } from '../../commun/reglages';
import { migrer, ouvrirRegistre, type Registre } from '../../registre';
import { coeurPostgresMs, coeurProcessusMs } from '../coeurs';
import { type CompteSmtp, compterCourriels } from '../compte-smtp';
import { demarrerEnfant, type Ouvrier } from './enfant';
import { type Moteur, monterMoteur } from './moteur';

/** Processor time of each process of a journey, in milliseconds. */
export interface Coeurs {
  worker: number;
  moteur: number;
  registre: number;
  smtp: number;
}

/** Everything that a journey asks of a machine, each in its own process: the engine, the register, the relay. */
export interface Place {
  registre: Registre;
  client: Client;
  /** Of the floor: payloads in clear, as nobody asked for anything. */
  clientNu: Client;
  /** Of the engine and of the register. */
  versions: { temporal: string; postgres: string };
  /** What its processes are told. */
  env: NodeJS.ProcessEnv;
  reglages: Reglages;
  moteur: Moteur;
  /** @param autres settings that it has instead of those of the place */
  lancer(entree: string, autres?: Record<string, string>): Promise<Ouvrier>;
  /** What the relay took so far. */
  courriels(): Promise<CompteSmtp>;
  /** What the processes used so far, one worker among them. */
  coeurs(ouvrier: Ouvrier): Promise<Coeurs>;
  fermer(): Promise<void>;
}

/** @param plus settings beside those of production: letters at their hour, held an hour after a fact */
export async function monterPlace(plus: Record<string, string> = {}): Promise<Place> {
  const arrets = new Arrets();
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  arrets.ajouter('dossier', () => rmSync(dossier, { recursive: true, force: true }));
  try {
    return await monter(dossier, plus, arrets);
  } catch (erreur) {
    await arrets.tous(console.error);
    throw erreur;
  }
}

async function monter(dossier: string, plus: Record<string, string>, arrets: Arrets): Promise<Place> {
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
    ...plus,
  };
  const reglages = lireReglages(env);
  const moteur = await monterMoteur(reglages);
  arrets.ajouter('moteur', moteur.arreter);
  const client = await connecter(reglages);
  arrets.ajouter('client', () => client.connection.close());
  const lancer = async (entree: string, autres: Record<string, string> = {}, ...arguments_: string[]) => {
    const ouvrier = await demarrerEnfant(entree, arguments_, { ...env, ...autres });
    arrets.ajouter(entree, ouvrier.arreter);
    return ouvrier;
  };
  const puits = await lancer('bench/puits-smtp.ts', {}, String(portSmtp));
  const { rows } = await registre.pool.query<{ server_version: string }>('SHOW server_version');
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  return {
    registre,
    client,
    clientNu: new Client({ connection: client.connection, namespace: reglages.temporal.espace }),
    versions: { temporal: serverVersion ?? '', postgres: rows[0]!.server_version },
    ...{ env, reglages, moteur, lancer },
    courriels: () => compterCourriels(puits.enfant),
    async coeurs({ enfant }) {
      return {
        worker: coeurProcessusMs(enfant.pid!),
        moteur: coeurProcessusMs(moteur.pid()),
        registre: (await coeurPostgresMs(registre)) ?? 0,
        smtp: coeurProcessusMs(puits.enfant.pid!),
      };
    },
    fermer: () => arrets.tous(console.error),
  };
}
