import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import {
  ErreurRegistre,
  inscrireOuverture,
  listerDossiers,
  migrer,
  numeroDeLEmpreinte,
  ouvrirRegistre,
} from '../../registre';
import { completerReglements } from '../../registre/completer-reglements';
import * as schema from '../../registre/schema';
import { peuplerFlotte } from '../outils/flotte';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

let banc: RegistreDeTest;
let dossier: string;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  dossier = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
});
afterAll(async () => {
  rmSync(dossier, { recursive: true, force: true });
  await banc?.fermer();
});

const TYPES: Record<string, string> = { bigserial: 'bigint', 'timestamp with time zone': 'timestamp with time zone' };

describe('schéma', () => {
  it('les tables décrites en TypeScript sont celles que les migrations créent', async () => {
    const decrit = Object.values(schema)
      .flatMap((table) => (is(table, PgTable) ? [table as PgTable] : []))
      .flatMap((table) =>
        Object.values(getTableColumns(table)).map((c) => ({
          table: getTableName(table),
          colonne: c.name,
          type: TYPES[c.getSQLType()] ?? c.getSQLType(),
          nul: !c.notNull,
        })),
      );
    const { rows } = await banc.registre.pool.query(
      `SELECT table_name AS table, column_name AS colonne, data_type AS type, is_nullable = 'YES' AS nul
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    const cle = (c: { table: string; colonne: string }) => `${c.table}.${c.colonne}`;
    const trier = <C extends { table: string; colonne: string }>(l: C[]) =>
      l.sort((a, b) => (cle(a) < cle(b) ? -1 : 1));
    expect(trier(rows)).toEqual(trier(decrit));
  });
});

describe('migrations', () => {
  it('appliquées une fois, même lancées ensemble', async () => {
    expect(await migrer(banc.url)).toEqual([]);
    writeFileSync(join(dossier, '001-une.sql'), 'CREATE SCHEMA essai; CREATE TABLE essai.une (id integer);');
    await banc.registre.pool.query('TRUNCATE migrations');
    const issues = await Promise.all([1, 2, 3].map(() => migrer(banc.url, dossier)));
    expect(issues.flat()).toEqual(['001-une.sql']);
  });

  it('un démarrage complète ce qu’un Jalon d’avant n’écrivait pas, sans s’arrêter à une ouverture en cours', async () => {
    const { registre } = banc;
    // The fleet is written as before: without the règlement that lists are narrowed by.
    const numeros = await peuplerFlotte(registre, { combien: 3 });
    await registre.pool.query('UPDATE dossiers SET situation = NULL WHERE numero = $1', [numeros[0]]);
    const lus = async () =>
      (await registre.pool.query('SELECT numero, reglement FROM dossiers ORDER BY numero')).rows.map(
        (r) => r.reglement,
      );
    expect(await lus()).toEqual([null, null, null]);
    await completerReglements(registre.pool, 1);
    expect(await lus()).toEqual([null, 'csp-2015-v2021', 'csp-2015-v2021']);
    expect(await listerDossiers(registre, { reglement: 'csp-2015-v2021' })).toHaveLength(2);
  });

  it('une migration qui échoue ne laisse rien derrière elle et se nomme', async () => {
    writeFileSync(join(dossier, '002-deux.sql'), 'CREATE TABLE essai.deux (id integer); SELECT 1/0;');
    await expect(migrer(banc.url, dossier)).rejects.toThrow('002-deux.sql : division by zero');
    writeFileSync(join(dossier, '002-deux.sql'), 'CREATE TABLE essai.deux (id integer);');
    expect(await migrer(banc.url, dossier)).toEqual(['002-deux.sql']);
  });

  it('un index se bâtit hors transaction, pendant que d’autres processus attendent leur tour', async () => {
    writeFileSync(
      join(dossier, '003-index.sql'),
      '-- Hors transaction.\nDROP INDEX CONCURRENTLY IF EXISTS essai.une_id;\nCREATE INDEX CONCURRENTLY une_id ON essai.une (id);\n',
    );
    const issues = await Promise.all([1, 2, 3].map(() => migrer(banc.url, dossier)));
    expect(issues.flat()).toEqual(['003-index.sql']);
    const { rows } = await banc.registre.pool.query(
      `SELECT indisvalid FROM pg_index WHERE indexrelid = 'essai.une_id'::regclass`,
    );
    expect(rows).toEqual([{ indisvalid: true }]);
  });

  it('une table que quelqu’un tient est redemandée par petits coups, sans arrêter ceux qui la lisent', async () => {
    writeFileSync(join(dossier, '004-colonne.sql'), 'ALTER TABLE essai.deux ADD COLUMN b text;');
    const lecteur = await banc.registre.pool.connect();
    await lecteur.query('BEGIN');
    await lecteur.query('SELECT FROM essai.deux');
    const migration = migrer(banc.url, dossier);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const debut = Date.now();
    await banc.registre.pool.query('SELECT FROM essai.deux');
    expect(Date.now() - debut).toBeLessThan(5_000);
    await lecteur.query('COMMIT');
    lecteur.release();
    expect(await migration).toEqual(['004-colonne.sql']);
  });

  it('une migration appliquée qui change ensuite est refusée, comme un numéro sauté', async () => {
    writeFileSync(join(dossier, '001-une.sql'), 'CREATE TABLE essai.autre (id integer);');
    await expect(migrer(banc.url, dossier)).rejects.toThrow('a changé');
    rmSync(join(dossier, '001-une.sql'));
    await expect(migrer(banc.url, dossier)).rejects.toThrow('devrait porter le numéro 1');
  });
});

describe('connexion', () => {
  it('dit si PostgreSQL répond, et survit à des connexions coupées', async () => {
    const perdues: Error[] = [];
    const registre = ouvrirRegistre(banc.url, { surConnexionPerdue: (e) => perdues.push(e) });
    expect(await registre.interroger()).toBe(true);
    await banc.registre.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(perdues).toHaveLength(1);
    expect(await registre.interroger()).toBe(true);
    await registre.fermer();
    await registre.fermer();
    const absent = ouvrirRegistre('postgresql://jalon:x@127.0.0.1:1/jalon');
    expect(await absent.interroger()).toMatchObject({ code: 'ECONNREFUSED' });
    await absent.fermer();
  });
});

describe('erreurs', () => {
  it('disent la cause et la requête, jamais les valeurs, qui nomment des personnes', async () => {
    const { registre } = banc;
    const identite = { ...personnesInventees.identite, nom: 'Zyxwvut', prenom: 'Octal\u0000' };
    const entree = ouverture('erreur', { personnes: { ...personnesInventees, identite } });
    const erreur = await inscrireOuverture(registre, entree, new Date()).catch((e: unknown) => e);
    expect(erreur).toBeInstanceOf(ErreurRegistre);
    expect(erreur).toMatchObject({ code: '22P05', requete: expect.stringContaining('insert into "identites"') });
    // Everything a log or a serializer could take from it.
    const visible = inspect(erreur, { depth: Number.POSITIVE_INFINITY, showHidden: true });
    expect(visible).toContain('unsupported Unicode escape sequence');
    expect(visible).not.toMatch(/Zyxwvut|Octal/);
    expect(await numeroDeLEmpreinte(registre, 'erreur')).toBeNull();
  });

  it('le journal du serveur n’en dit pas plus', async () => {
    const { registre } = banc;
    const { rows } = await registre.pool.query('SHOW data_directory');
    await registre.pool
      .query(`INSERT INTO audit (quand, auteur, acte, details) VALUES (NULL, $1, $1, '{}')`, ['Zyxwvut'])
      .catch(() => undefined);
    const journal = readFileSync(join(rows[0].data_directory, 'serveur.log'), 'utf8');
    expect(journal).toContain('violates not-null constraint');
    expect(journal).not.toContain('Zyxwvut');
  });
});
