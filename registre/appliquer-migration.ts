import { setTimeout as attendre } from 'node:timers/promises';
import type { Client } from 'pg';
import { instructions } from './instructions-sql';

/** A file of `registre/migrations/`. */
export interface Migration {
  numero: number;
  nom: string;
  sql: string;
  sha256: string;
}

/** First line of a migration that PostgreSQL refuses inside a transaction: an index built while rows are written. */
export const HORS_TRANSACTION = '-- Hors transaction.\n';

/**
 * How long a migration may stand in the queue for a table: whoever comes after it waits too, the release in place included. A letter's
 * transaction takes some milliseconds.
 */
const VERROU_MS = 1_000;
/** A minute in all: a backup or a report that holds a table longer is to be waited for by somebody who knows. */
const ESSAIS = 30;
const PAUSE_MS = 1_000;

/** PostgreSQL's code of a lock that was not had in time. */
const VERROU_REFUSE = '55P03';

/**
 * Applies one migration while an older Jalon may be at work: in a transaction, or, marked `-- Hors transaction.`, a statement at a time,
 * each of which must then bear to be done again. A table that somebody holds is asked for again, briefly each time.
 * @throws Error naming the file, with PostgreSQL's own words; nothing of a transaction is left
 */
export async function appliquer(client: Client, migration: Migration): Promise<void> {
  const { numero, nom, sql, sha256 } = migration;
  try {
    if (sql.startsWith(HORS_TRANSACTION)) for (const instruction of instructions(sql)) await client.query(instruction);
    else return await enTransaction(client, migration);
    await client.query(NOTER, [numero, nom, sha256]);
  } catch (cause) {
    throw new Error(`migration ${nom} : ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

const NOTER = 'INSERT INTO migrations (numero, nom, sha256) VALUES ($1, $2, $3)';

async function enTransaction(client: Client, { numero, nom, sql, sha256 }: Migration): Promise<void> {
  for (let essai = 1; ; essai++) {
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL lock_timeout = ${VERROU_MS}`);
      await client.query(sql);
      await client.query(NOTER, [numero, nom, sha256]);
      await client.query('COMMIT');
      return;
    } catch (erreur) {
      await client.query('ROLLBACK');
      if ((erreur as { code?: string }).code !== VERROU_REFUSE || essai === ESSAIS) throw erreur;
      await attendre(PAUSE_MS);
    }
  }
}
