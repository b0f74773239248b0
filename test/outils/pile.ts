import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Client } from '@temporalio/client';
import { dossierBoite } from '../../client/local/boite';
import { portLibre } from '../../client/local/ports';
import { demarrerBoite } from '../../client/local/serveur-boite';
import { demarrerTemporal, type ServeurTemporal } from '../../client/local/serveur-temporal';
import { connecter } from '../../client/temporal';
import { installerEspace } from '../../client/usages/installer-espace';
import { lireReglages, type Reglages } from '../../commun/reglages';
import type { Registre } from '../../registre';
import { ouvrirRegistreDeTest, type RegistreDeTest } from './registre';
import { lancerWorkerLibre } from './worker-libre';

/** Where a run says that the engine is a cluster, `host:port`, which each stack then has a namespace of its own on. */
export const VARIABLE_MOTEUR = 'ESSAI_MOTEUR';
/** Days. */
const RETENTION = 1;

/** A real dev server, a real register, a real SMTP server, and a worker in a process of its own that a test may kill. */
export interface PileDeTest {
  reglages: Reglages;
  env: Record<string, string>;
  registre: Registre;
  client: Client;
  boite: string;
  /** File of the workers' logs. */
  journalWorker: string;
  /** @param autres settings that it has instead of those of the place */
  lancerWorker(autres?: Record<string, string>): Promise<ChildProcess>;
  /** kill −9, and waits for the end. */
  tuer(worker: ChildProcess): Promise<void>;
  /** @param arrete what is done, to its data too, while it is stopped */
  redemarrerMoteur(arrete?: (donnees: string) => void | Promise<void>): Promise<void>;
  fermer(): Promise<void>;
}

/** @param registreDonne a register that a test stops and starts; one of the place by default */
export async function monterPileDeTest(
  plus: Record<string, string> = {},
  argumentsMoteur: readonly string[] = [],
  registreDonne?: RegistreDeTest,
): Promise<PileDeTest> {
  const donnees = mkdtempSync(join(tmpdir(), 'jalon-pile-'));
  const base = registreDonne ?? (await ouvrirRegistreDeTest());
  const ports = await Promise.all([portLibre(), portLibre(), portLibre(), portLibre()]);
  const grappe = process.env[VARIABLE_MOTEUR];
  const env: Record<string, string> = {
    ...(grappe === undefined ? {} : { JALON_TEMPORAL_ADRESSE: grappe, JALON_TEMPORAL_ESPACE: basename(donnees) }),
    JALON_DONNEES: donnees,
    JALON_PORT: String(ports[0]),
    JALON_TEMPORAL_PORT: String(ports[1]),
    JALON_TEMPORAL_UI_PORT: String(ports[2]),
    JALON_SMTP_PORT: String(ports[3]),
    JALON_REGISTRE_URL: base.url,
    JALON_ENVOI: 'immediat',
    JALON_RETENUE_MINUTES: '0',
    JALON_ARRET_SECONDES: '1',
    ...plus,
  };
  const reglages = lireReglages({ ...process.env, ...env });
  const boite = dossierBoite(reglages);
  const smtp = await demarrerBoite({ dossier: boite, port: reglages.smtp.port });
  const demarrer = () => (grappe === undefined ? demarrerTemporal(reglages, argumentsMoteur) : rejoindre(reglages));
  let moteur = await demarrer();
  const client = await connecter(reglages);
  const journalWorker = join(donnees, 'worker.log');
  const workers = new Set<ChildProcess>();
  const tuer = async (worker: ChildProcess) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const fin = once(worker, 'exit');
    worker.kill('SIGKILL');
    await fin;
    workers.delete(worker);
  };
  return {
    reglages,
    env,
    registre: base.registre,
    client,
    boite,
    journalWorker,
    async lancerWorker(autres = {}) {
      const worker = lancerWorkerLibre({ env: { ...process.env, ...env, ...autres }, journal: journalWorker });
      workers.add(worker);
      await once(worker, 'message');
      return worker;
    },
    tuer,
    async redemarrerMoteur(arrete = () => undefined) {
      await moteur.arreter();
      await arrete(donnees);
      moteur = await demarrer();
    },
    async fermer() {
      for (const worker of workers) await tuer(worker);
      await client.connection.close();
      await moteur.arreter();
      await smtp.arreter();
      await base.fermer();
      rmSync(donnees, { recursive: true, force: true });
    },
  };
}

/** A namespace on a cluster, which goes on without us. */
async function rejoindre(reglages: Reglages): Promise<Pick<ServeurTemporal, 'arreter'>> {
  const { connection } = await connecter(reglages);
  await installerEspace(connection, { espace: reglages.temporal.espace, retentionJours: RETENTION });
  await connection.close();
  return { arreter: () => Promise.resolve() };
}

/** Asks again every 100 ms until the answer is there. */
export async function attendreQue<T>(
  quoi: string,
  question: () => Promise<T | null | false>,
  limiteMs: number,
): Promise<T> {
  const fin = Date.now() + limiteMs;
  for (;;) {
    const reponse = await question();
    if (reponse !== null && reponse !== false) return reponse;
    if (Date.now() > fin) throw new Error(`attendu en vain : ${quoi}`);
    await new Promise((suite) => setTimeout(suite, 100));
  }
}
