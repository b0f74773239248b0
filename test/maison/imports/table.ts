/** A room of the house: what its files may import besides each other. */
export interface Salle {
  /** Its folder, from the root; the innermost room of a file is the one that counts. */
  readonly dossier: string;
  /** Folders and files it may import; `*` stands for one name. A folder opens the rooms inside it. */
  readonly salles: readonly string[];
  /** Folders of which it may import types only. */
  readonly types?: readonly string[];
  /** Folders of which it may also import values, from a file that needs nothing itself to run: constants, reducers of a state. */
  readonly feuilles?: readonly string[];
  /** Packages, their subpaths included; `node:` stands for what Node itself brings. */
  readonly paquets: readonly string[];
}

/** Rooms of `domain/`, from the ground up: each imports only those before it. */
const LOI = ['calendrier', 'dossier', 'faits', 'catalogue', 'droit', 'parcours', 'rendez-vous', 'flotte', 'comptes'];

/** What every part of the client stands on. */
const SOUS_LE_CLIENT = ['commun', 'domain', 'courriers', 'registre', 'workflows/*/messages.ts'];
/** What the web tool and the command line share: how things are said, read, and done. */
const PARTAGE = ['client/temporal.ts', 'client/affichage', 'client/saisie', 'client/usages'];

/**
 * The house, as an allow-list: what is not written here is forbidden. A room that needs more says why in `docs/decisions/`.
 * @see docs/architecture.md, Rooms
 */
export const maison: readonly Salle[] = [
  ...LOI.map((nom, rang) => ({
    dossier: `domain/${nom}`,
    salles: LOI.slice(0, rang).map((dessous) => `domain/${dessous}`),
    paquets: ['zod', 'date-fns', '@date-fns/tz', ...(nom === 'dossier' ? ['libphonenumber-js'] : [])],
  })),
  {
    dossier: 'courriers',
    salles: ['domain'],
    paquets: ['node:', '@date-fns/tz', '@myriaddreamin/typst-ts-node-compiler', 'ical-generator'],
  },
  {
    dossier: 'commun',
    salles: ['domain'],
    paquets: [
      'node:',
      '@opentelemetry/api',
      '@opentelemetry/context-async-hooks',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
      '@temporalio/common',
      '@temporalio/envconfig',
      '@temporalio/proto',
      'csv-stringify',
      'mailparser',
      'pino',
      'zod',
    ],
  },
  { dossier: 'registre', salles: ['domain'], paquets: ['node:', 'drizzle-orm', 'pg'] },
  {
    dossier: 'workflows',
    salles: [],
    types: ['domain', 'activities'],
    feuilles: ['domain'],
    paquets: ['@temporalio/workflow', '@temporalio/common'],
  },
  {
    dossier: 'activities',
    salles: ['domain', 'courriers', 'registre', 'commun'],
    paquets: ['node:', '@temporalio/activity', '@temporalio/common', 'nodemailer'],
  },
  {
    dossier: 'worker',
    salles: ['domain', 'registre', 'commun', 'activities', 'workflows/*/messages.ts'],
    paquets: ['node:', '@temporalio/client', '@temporalio/common', '@temporalio/worker', 'smtp-server'],
  },
  { dossier: 'client', salles: SOUS_LE_CLIENT, paquets: ['@temporalio/client'] },
  { dossier: 'client/affichage', salles: SOUS_LE_CLIENT, paquets: [] },
  { dossier: 'client/saisie', salles: SOUS_LE_CLIENT, paquets: ['node:', 'csv-parse', 'iconv-lite', 'zod'] },
  {
    dossier: 'client/usages',
    salles: [...SOUS_LE_CLIENT, 'client/temporal.ts', 'client/affichage', 'client/saisie'],
    paquets: [
      'node:',
      '@node-rs/argon2',
      '@temporalio/client',
      '@temporalio/common',
      '@zxcvbn-ts/language-common',
      'esbuild',
      'openid-client',
    ],
  },
  {
    dossier: 'client/cli',
    salles: [...SOUS_LE_CLIENT, ...PARTAGE, 'client/local'],
    paquets: ['node:', 'commander'],
  },
  {
    dossier: 'client/web',
    salles: [...SOUS_LE_CLIENT, ...PARTAGE, 'client/local/boite.ts'],
    paquets: ['node:', '@temporalio/common', '@picocss/pico', 'hono', 'zod'],
  },
  { dossier: 'client/mesures', salles: [...SOUS_LE_CLIENT, ...PARTAGE], paquets: ['node:', 'prom-client'] },
  {
    dossier: 'client/local',
    salles: [...SOUS_LE_CLIENT, ...PARTAGE, 'client/mesures', 'client/web', 'activities', 'worker'],
    paquets: [
      'node:',
      '@hono/node-server',
      '@temporalio/client',
      '@temporalio/common',
      '@temporalio/proto',
      '@temporalio/testing',
      '@temporalio/worker',
      'cli-progress',
      'mailparser',
      'pg',
      'smtp-server',
      'esbuild',
    ],
  },
];
