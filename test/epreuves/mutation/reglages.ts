import { join } from 'node:path';
import { racine } from '../../../commun/racine';

/** Under var/, which git and jest ignore. */
const SORTIE = 'var/epreuves/mutation';
export const RESULTATS = join(racine, SORTIE, 'mutation.json');

/** Tests, their tools, and types that leave no code. */
const JAMAIS = ['!**/*.test.ts', '!domain/regles/scenario-de-test.ts', '!domain/parcours-de-test.ts'];

/** Random cases kill a mutant one day and not the next: the score counts only tests that always do the same. */
const ALEATOIRES = ['proprietes.test.ts'];

/** Explains every key of many results: ten seconds for each mutant of a rule, so it judges its own folder alone. */
const EXPLIQUER = 'expliquer/';

/** Every unit test of domain/ in the one file that `assembler.mjs` makes of them. */
export const TESTS = 'domaine.test.js';

export const configJest = {
  testEnvironment: 'node',
  transform: {},
  testMatch: [`<rootDir>/${TESTS}`],
};

export interface Etendue {
  /** Files or folders of domain/; all of it by default. */
  fichiers: readonly string[];
  /** Also the mutants of code that runs once, when a file is loaded: each asks for every test. */
  statiques: boolean;
}

/** Settings of Stryker for domain/ and its unit tests. */
export const reglages = ({ fichiers, statiques }: Etendue) => ({
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', join(__dirname, 'textes.mjs')],
  ignorers: ['textes'],
  mutate: [...(fichiers.length === 0 ? ['domain', '!domain/expliquer'] : fichiers).map(enMotif), ...JAMAIS],
  ignorePatterns: ['**', '!domain/**', '!test/epreuves/mutation/**', '!package.json'],
  buildCommand: assembler(fichiers),
  jest: { projectType: 'custom', enableFindRelatedTests: false, config: configJest },
  coverageAnalysis: 'perTest',
  ignoreStatic: !statiques,
  // The project has two cores in CI.
  concurrency: 2,
  // A mutant that loops: five seconds more than half as much again as the time its tests took.
  timeoutMS: 5000,
  incremental: true,
  incrementalFile: `${SORTIE}/incremental.json`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: RESULTATS },
  tempDirName: `${SORTIE}/bac`,
  // TypeScript 7 has no API for the steps that would read these; esbuild asks for neither.
  disableTypeChecks: false,
  tsconfigFile: 'absent.json',
  warnings: { slow: false },
});

const enMotif = (chemin: string): string => (chemin.endsWith('.ts') ? chemin : `${chemin.replace(/\/+$/, '')}/**/*.ts`);

const assembler = (fichiers: readonly string[]): string => {
  const expliquer = fichiers.some((f) => `${f}/`.startsWith(`domain/${EXPLIQUER}`));
  const ecartes = expliquer ? ALEATOIRES : [...ALEATOIRES, EXPLIQUER];
  return ['node test/epreuves/mutation/assembler.mjs', TESTS, ...ecartes].join(' ');
};
