import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { demarrerPostgres, type PostgresLocal } from '../../client/local/postgres';
import { racine } from '../../commun/racine';
import { migrer } from '../../registre';

// The first use on a machine creates the server's data, a second or two of work; a busy machine takes longer.

/** A PostgreSQL of the tests, with a migrated database that each new one is copied from. */
export interface ServeurRegistre {
  url: string;
  arreter(): Promise<void>;
}

/** Where a run says to its files that it already has one. */
export const VARIABLE_SERVEUR = 'ESSAI_REGISTRE';
export const GABARIT = 'gabarit';

/** Runs a statement in a connection of its own. */
export async function administrer(url: string, ordre: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(ordre).finally(() => client.end());
}

export const adresseBase = (url: string, nom: string): string => url.replace(/\/jalon$/, `/${nom}`);

/** The PostgreSQL of the first free place of this working copy, left as it is found: without a database of an earlier run. */
export async function demarrerServeurRegistre(): Promise<ServeurRegistre> {
  const { serveur, liberer } = await prendreServeur();
  try {
    await viderLesEssais(serveur.url);
    await administrer(serveur.url, `CREATE DATABASE ${GABARIT}`);
    await migrer(adresseBase(serveur.url, GABARIT));
  } catch (erreur) {
    await serveur.arreter();
    await liberer();
    throw erreur;
  }
  return {
    url: serveur.url,
    async arreter() {
      await serveur.arreter();
      await liberer();
    },
  };
}

/** Those of a run that was killed, and its template, which may be of other migrations. */
async function viderLesEssais(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname = '${GABARIT}' OR datname LIKE 'essai\\_%'`,
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

// A place is a data folder kept in the cache from one run to the next (initdb costs more than all the rest), a port for its
// server and a port held as a lock: the system frees it whatever the end of the process. Below the ephemeral ports.
const PLACES = 16;
const PREMIER_VERROU = 25_400;
const PREMIER_PORT = 25_420;

async function prendreServeur(): Promise<{ serveur: PostgresLocal; liberer: () => Promise<void> }> {
  let derniere: unknown;
  for (let place = 0; place < PLACES; place++) {
    const verrou = await tenir(PREMIER_VERROU + place);
    if (!verrou) continue;
    try {
      return { serveur: await demarrer(place), liberer: () => lacher(verrou) };
    } catch (erreur) {
      derniere = erreur;
      await lacher(verrou);
    }
  }
  throw new Error('aucun PostgreSQL de test disponible', { cause: derniere });
}

async function demarrer(place: number): Promise<PostgresLocal> {
  const dossier = join(racine, '.cache', 'registre-de-test', String(place));
  const options = { dossier, port: PREMIER_PORT + place, durable: false };
  try {
    return await demarrerPostgres(options);
  } catch (erreur) {
    if (erreur instanceof Error && erreur.message.includes('JALON_REGISTRE_PORT')) throw erreur;
    // Without fsync a power cut may have damaged it, and another version of PostgreSQL may have written it: begin again.
    rmSync(dossier, { recursive: true, force: true });
    return await demarrerPostgres(options);
  }
}

function tenir(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const serveur = createServer();
    serveur.once('error', () => resolve(null));
    serveur.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(serveur.unref()));
  });
}

function lacher(verrou: Server): Promise<void> {
  return new Promise((resolve) => verrou.close(() => resolve()));
}
