import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { Client } from 'pg';
import { appliquer, type Migration } from './appliquer-migration';
import { completerReglements } from './completer-reglements';
import { replierRecherches } from './replier-recherches';

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const VERROU = 5_472_011_978;
const DOSSIER = join(__dirname, 'migrations');
const ESSAI_MS = 200;

function lireMigrations(dossier: string): Migration[] {
  const noms = readdirSync(dossier)
    .filter((nom) => /^\d{3}-.+\.sql$/.test(nom))
    .sort();
  return noms.map((nom, i) => {
    const numero = Number(nom.slice(0, 3));
    if (numero !== i + 1) throw new Error(`migrations du registre : ${nom} devrait porter le numéro ${i + 1}`);
    const sql = readFileSync(join(dossier, nom), 'utf8');
    return { numero, nom, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the register's tables up to date, folds what an earlier Jalon wrote unfolded, and returns the names of the migrations it applied.
 * An applied file that changed since is refused. (drizzle's own migrator takes no lock and orders by a journal file that only drizzle-kit
 * writes.)
 * @see appliquer for what keeps it safe while an older Jalon runs
 */
export async function migrer(url: string, dossier: string = DOSSIER): Promise<string[]> {
  const migrations = lireMigrations(dossier);
  return avecClient(url, async (client) => {
    await prendreLeVerrou(client);
    await client.query(`CREATE TABLE IF NOT EXISTS migrations (
      numero integer PRIMARY KEY, nom text NOT NULL, sha256 text NOT NULL, appliquee_le timestamptz NOT NULL DEFAULT now())`);
    const aFaire = await attendues(client, migrations);
    for (const migration of aFaire) await appliquer(client, migration);
    if (dossier === DOSSIER) {
      await replierRecherches(client);
      await completerReglements(client);
    }
    return aFaire.map(({ nom }) => nom);
  });
}

/** The names of the migrations that {@link migrer} would apply; changes nothing. */
export async function migrationsAttendues(url: string): Promise<string[]> {
  const migrations = lireMigrations(DOSSIER);
  return avecClient(url, async (client) => {
    const { rows } = await client.query<{ table: string | null }>("SELECT to_regclass('migrations')::text AS table");
    return (rows[0]?.table ? await attendues(client, migrations) : migrations).map(({ nom }) => nom);
  });
}

/** Asked again and again: a statement that waits inside the server holds a snapshot, which CREATE INDEX CONCURRENTLY would wait for in turn. */
async function prendreLeVerrou(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ pris: boolean }>('SELECT pg_try_advisory_lock($1) AS pris', [VERROU]);
    if (rows[0]!.pris) return;
    await attendre(ESSAI_MS);
  }
}

async function attendues(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ numero: number; sha256: string }>('SELECT numero, sha256 FROM migrations');
  const appliquees = new Map(rows.map((r) => [r.numero, r.sha256]));
  const changee = migrations.find(({ numero, sha256 }) => (appliquees.get(numero) ?? sha256) !== sha256);
  if (changee) throw new Error(`migration ${changee.nom} : le fichier a changé depuis qu’elle a été appliquée`);
  return migrations.filter(({ numero }) => !appliquees.has(numero));
}

async function avecClient<T>(url: string, travail: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'jalon' });
  // Cut in the middle, the query says so; a client that nobody hears would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await travail(client);
  } finally {
    // Closing the session frees the lock.
    await client.end();
  }
}
