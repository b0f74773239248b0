import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { racine } from '../../commun/racine';
import { HORS_TRANSACTION } from '../../registre/appliquer-migration';

/**
 * What the migrator sees to for every migration (`registre/appliquer-migration.ts`): how long it may wait for a table, and that one which
 * failed is done again from its first statement. And tastes: what is counted here are minutes, attempts and ranks.
 */
const SANS_OBJET = [
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-robust-stmts',
  'prefer-identity',
  'prefer-bigint-over-int',
];

/** Applied for years to come, hence never changed; written before any register had rows enough for a lock to be felt. */
const ANTERIEURES = [
  '003-canaux.sql adding-foreign-key-constraint',
  '003-canaux.sql constraint-missing-not-valid',
  '004-flotte.sql require-concurrent-index-creation',
  '007-retours.sql require-concurrent-index-creation',
  '008-recherche.sql require-concurrent-index-creation',
  '012-taches-reportees.sql adding-foreign-key-constraint',
  '012-taches-reportees.sql require-concurrent-index-creation',
  '013-amorces.sql adding-foreign-key-constraint',
  '014-identites.sql constraint-missing-not-valid',
  '014-identites.sql require-concurrent-index-creation',
];

/** What squawk has against files of SQL, as `file rule`, once each: locks that stop an older Jalon, things taken from under it. */
function reproches(fichiers: readonly string[]): string[] {
  const hors = fichiers.filter((fichier) => readFileSync(fichier, 'utf8').startsWith(HORS_TRANSACTION));
  const dedans = fichiers.filter((fichier) => !hors.includes(fichier));
  const lus = [...squawk(dedans, ['--assume-in-transaction']), ...squawk(hors, [])];
  return [...new Set(lus.map(({ file, rule_name }) => `${basename(file)} ${rule_name}`))].sort();
}

function squawk(fichiers: readonly string[], options: string[]): { file: string; rule_name: string }[] {
  if (fichiers.length === 0) return [];
  const ligne = [
    require.resolve('squawk-cli/js/bin/squawk'),
    ...options,
    '--reporter',
    'json',
    '--exclude',
    SANS_OBJET.join(','),
    ...fichiers,
  ];
  try {
    return JSON.parse(execFileSync(process.execPath, ligne, { cwd: racine, encoding: 'utf8' }) || '[]');
  } catch (erreur) {
    // Status 1: it has something to say.
    const { stdout, stderr } = erreur as { stdout?: string; stderr?: string };
    if (!stdout?.startsWith('[')) throw new Error(`squawk : ${stderr ?? String(erreur)}`, { cause: erreur });
    return JSON.parse(stdout);
  }
}

const MIGRATIONS = join(racine, 'registre', 'migrations');

it('aucune migration nouvelle n’arrête la version en place, ni ne lui retire rien', () => {
  const fichiers = readdirSync(MIGRATIONS).filter((nom) => nom.endsWith('.sql'));
  expect(reproches(fichiers.map((nom) => join(MIGRATIONS, nom)))).toEqual(ANTERIEURES);
});

describe('ce qui l’arrêterait est nommé', () => {
  let dossier: string;
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-squawk-'));
  });
  afterAll(() => rmSync(dossier, { recursive: true }));

  it.each([
    ['un index bâti dans la transaction', 'CREATE INDEX i ON dossiers (etat);', ['require-concurrent-index-creation']],
    [
      'un index bâti à côté',
      '-- Hors transaction.\nDROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON dossiers (etat);',
      [],
    ],
    ['une colonne retirée', 'ALTER TABLE dossiers DROP COLUMN etat;', ['ban-drop-column']],
    ['une table retirée', 'DROP TABLE notes;', ['ban-drop-table']],
    ['un nom changé', 'ALTER TABLE dossiers RENAME COLUMN etat TO etape;', ['renaming-column']],
    ['un type changé', 'ALTER TABLE dossiers ALTER COLUMN etat TYPE integer;', ['changing-column-type']],
    [
      'une valeur rendue obligatoire',
      'ALTER TABLE dossiers ALTER COLUMN etat SET NOT NULL;',
      ['adding-not-nullable-field'],
    ],
    ['une colonne en plus', 'ALTER TABLE dossiers ADD COLUMN vu_le timestamptz;', []],
    [
      'une contrainte posée sans relire la table',
      'ALTER TABLE dossiers ADD CONSTRAINT c CHECK (version >= 0) NOT VALID;',
      [],
    ],
  ])('%s', (_, sql, regles) => {
    const fichier = join(dossier, 'essai.sql');
    writeFileSync(fichier, sql);
    expect(reproches([fichier])).toEqual(regles.map((regle) => `essai.sql ${regle}`));
  });
});
