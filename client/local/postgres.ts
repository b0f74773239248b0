import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { Client } from 'pg';
import { type Binaires, trouverBinaires } from './postgres/binaires';
import { choisirCompte } from './postgres/compte';
import { cheminBase, NOM, preparerDonnees } from './postgres/donnees';
import { type Compte, executer } from './postgres/executer';
import { exigerPortLibre, portOccupe } from './postgres/port';
import { trouverPostmaster } from './postgres/postmaster';
import { signaler, surMortDe } from './processus';
import type { Partie } from './surveiller';

export interface OptionsPostgres {
  /** Folder of the register's data, created when missing. */
  dossier: string;
  /** Port on 127.0.0.1. */
  port: number;
  /** False for tests only: faster, and the data do not survive a power cut. */
  durable?: boolean;
}

export interface PostgresLocal extends Partie {
  /** Connection string of the database `jalon`, password included: never to be logged. */
  url: string;
  /** True when a server left by a killed launcher was found at work. */
  adopte: boolean;
  arreter(): Promise<void>;
}

/** Everything needed to speak to one data folder. */
interface Serveur {
  base: string;
  binaires: Binaires;
  compte: Compte | null;
  port: number;
  url(base: string, port?: number): string;
}

/**
 * Starts the register's own PostgreSQL, creating its data the first time. The server outlives a killed launcher by nature: one
 * found at work on the same data is adopted, and restarted when it listens elsewhere than asked.
 * @throws a French sentence when the port is taken, the binaries are missing or the data cannot be used.
 */
export async function demarrerPostgres({ dossier, port, durable = true }: OptionsPostgres): Promise<PostgresLocal> {
  const racine = resolve(dossier);
  const compte = await choisirCompte(cheminBase(racine));
  const binaires = await trouverBinaires(compte);
  const { base, motDePasse } = await preparerDonnees(racine, binaires, compte, durable);
  const url = (nom: string, surPort = port) => `postgresql://${NOM}:${motDePasse}@127.0.0.1:${surPort}/${nom}`;
  const serveur: Serveur = { base, binaires, compte, port, url };

  const trouve = await trouverPostmaster(base);
  const adopte = trouve !== null && (trouve.port !== port || (await joindre(serveur)));
  if (!adopte || trouve.port !== port) {
    await exigerPortLibre(port);
    await arreter(serveur);
    await lancer(serveur, durable);
    // Begun and given to nobody, it would be left behind.
    const joint = await joindre(serveur).catch(async (erreur) => {
      await arreter(serveur).catch(() => undefined);
      throw erreur;
    });
    if (!joint) throw new Error(`PostgreSQL s’est arrêté aussitôt démarré : voir ${journalDe(base)}`);
  }
  const auTravail = await trouverPostmaster(base);
  if (!auTravail) throw new Error(`PostgreSQL s’est arrêté aussitôt démarré : voir ${journalDe(base)}`);
  return {
    url: url(NOM),
    adopte,
    surMort: (rappel) => surMortDe(auTravail.pid, () => rappel(`voir ${journalDe(base)}`)),
    arreter: () => arreter(serveur),
    // Its own immediate stop: it ends its children, and replays its log at the next start.
    couper: () => signaler(auTravail.pid, 'SIGQUIT'),
  };
}

const journalDe = (base: string): string => join(base, 'serveur.log');

async function lancer(serveur: Serveur, durable: boolean): Promise<void> {
  const { base, binaires, compte, port } = serveur;
  const journal = journalDe(base);
  const reglages = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c timezone=UTC',
    '-c log_timezone=UTC',
    '-c lc_messages=C',
    // The detail of an error quotes rows, which name people.
    '-c log_error_verbosity=terse',
    ...(durable ? [] : ['-c fsync=off', '-c full_page_writes=off']),
  ];
  const args = ['start', '-D', base, '-w', '-t', '60', '-s', '-l', journal, '-o', reglages.join(' ')];
  // The children of a server killed by force need a moment to leave; until then its memory block is refused.
  for (let reste = 20; ; reste--) {
    const depuis = tailleDuJournal(journal);
    const { code, texte } = await executer(binaires.pgCtl, args, compte);
    if (code === 0) return;
    const dit = lireJournal(journal).slice(depuis);
    if (/address already in use/i.test(dit)) throw portOccupe(port);
    if (!/pre-existing shared memory block/.test(dit) || reste === 0) {
      throw new Error(`PostgreSQL n’a pas démarré : ${`${texte}\n${dit}`.trim().slice(-2_000)}`);
    }
    await attendre(250);
  }
}

function lireJournal(fichier: string): string {
  try {
    return readFileSync(fichier, 'utf8');
  } catch {
    return '';
  }
}

function tailleDuJournal(fichier: string): number {
  return lireJournal(fichier).length;
}

/**
 * Waits until the server answers (it may be replaying its log after a cut), then makes sure that the database exists.
 * @returns false when the server died meanwhile
 */
async function joindre({ url, base }: Serveur): Promise<boolean> {
  const limite = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ connectionString: url('postgres'), connectionTimeoutMillis: 5_000 });
    // A server that dies meanwhile is seen by the query; a client that nobody hears would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NOM]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${NOM}`);
      return true;
    } catch (cause) {
      if (!(await trouverPostmaster(base))) return false;
      if (!peutAttendre(cause) || Date.now() > limite) {
        throw new Error(`Le PostgreSQL du registre (${base}) ne répond pas : ${(cause as Error).message}`, { cause });
      }
      await attendre(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function peutAttendre(erreur: unknown): boolean {
  const { code } = erreur as { code?: string };
  // cannot_connect_now: starting up or recovering.
  return code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
}

async function arreter({ base, binaires, compte }: Serveur): Promise<void> {
  const trouve = await trouverPostmaster(base);
  if (!trouve) return;
  // One that was frozen is to hear that it must stop.
  signaler(trouve.pid, 'SIGCONT');
  for (const mode of ['fast', 'immediate']) {
    const { code } = await executer(binaires.pgCtl, ['stop', '-D', base, '-m', mode, '-w', '-t', '20', '-s'], compte);
    if (code === 0 || !(await trouverPostmaster(base))) return;
  }
  throw new Error(`Le PostgreSQL du registre (${base}) ne s’arrête pas.`);
}
