import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { Pool, types } from 'pg';
import './erreur';
import * as schema from './schema';

export type Base = NodePgDatabase<typeof schema>;
export type Transaction = PgTransaction<NodePgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** An open register: what every function of this room takes first. */
export interface Registre {
  db: Base;
  pool: Pool;
  /** True when PostgreSQL answers within two seconds; false when nothing does, or why it does not. */
  interroger(): Promise<boolean | Error>;
  fermer(): Promise<void>;
}

export interface OptionsRegistre {
  /** Connections at most; the default suits one process among four on a small PostgreSQL. */
  connexions?: number;
  /** Told of a connection lost, idle or at work (PostgreSQL restarted); the next query opens another one. */
  surConnexionPerdue?: (erreur: Error) => void;
}

const OID_DATE = types.builtins.DATE;

/** Opens the register at `url`; connects at the first query only. */
export function ouvrirRegistre(url: string, options: OptionsRegistre = {}): Registre {
  const pool = new Pool({
    connectionString: url,
    max: options.connexions ?? 10,
    // A refused or silent server is said at once; the caller (an activity, a page) knows how to try again.
    connectionTimeoutMillis: 5_000,
    application_name: 'jalon',
    // A civil date stays the string it is: as a Date it would move with the server's zone.
    types: { getTypeParser: (oid, format) => (oid === OID_DATE ? String : types.getTypeParser(oid, format)) },
  });
  // Without a listener, a connection cut by PostgreSQL would end the whole process: the pool hears the idle ones only, so each is heard
  // from its birth. Whoever was using it has its query refused as well.
  pool.on('connect', (client) => client.on('error', (erreur) => options.surConnexionPerdue?.(erreur)));
  pool.on('error', () => undefined);

  return {
    db: drizzle(pool, { schema }),
    pool,
    async interroger() {
      let minuterie: NodeJS.Timeout | undefined;
      const patience = new Promise<boolean>((resolve) => {
        minuterie = setTimeout(resolve, 2_000, false);
      });
      const reponse = pool.query('select 1').then(
        () => true,
        (erreur: Error) => erreur,
      );
      return Promise.race([reponse, patience]).finally(() => clearTimeout(minuterie));
    },
    async fermer() {
      if (!pool.ended) await pool.end();
    },
  };
}

/** All that `ecrire` writes through the register it is given is kept, or none of it. */
export const toutOuRien = <T>(registre: Registre, ecrire: (registre: Registre) => Promise<T>): Promise<T> =>
  registre.db.transaction((tx) => ecrire({ ...registre, db: tx as unknown as Base }));
