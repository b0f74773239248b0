import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { migrer } from '../../registre';

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

/**
 * A PostgreSQL in the temporary folder, which is in memory where a run may have it so (test/harnais/balayage.cjs): a database is three hundred
 * small files, made for each test file and thrown away, and on a disk the search for a free inode alone cost more than the copy.
 */
export async function demarrerServeurRegistre(): Promise<ServeurRegistre> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-registre-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  const serveur = await demarrerPostgres({ dossier, port: await portLibre(), durable: false });
  const arreter = async () => {
    await serveur.arreter();
    rmSync(dossier, { recursive: true, force: true });
  };
  try {
    await administrer(serveur.url, `CREATE DATABASE ${GABARIT}`);
    await migrer(adresseBase(serveur.url, GABARIT));
  } catch (erreur) {
    await arreter();
    throw erreur;
  }
  return { url: serveur.url, arreter };
}
