import { join } from 'node:path';
import { racine } from '../../../commun/racine';

/** Under var/, which git and jest ignore. */
const SORTIE = 'var/epreuves/mutation';
export const RESULTATS = join(racine, SORTIE, 'mutation.json');

/** Tests, their tools, and types that leave no code. */
const JAMAIS = ['!**/*.test.ts', '!domain/**/de-test/**'];

/** Whole journeys at random: the score counts the tests that say which rule they hold to. */
const ALEATOIRES = ['droit/proprietes.test.ts'];

/** Explains every key of many results: ten seconds for each mutant of a rule, so it judges its own folder alone. */
const EXPLIQUER = 'droit/expliquer/';
/** All of domain/, in two runs: the rules and the journey under their own tests, then `expliquer` under all of them. */
export const PARTIES: readonly (readonly string[])[] = [['domain', `!domain/${EXPLIQUER}**`], [`domain/${EXPLIQUER}`]];

/** What unit tests of domain/ read elsewhere, and what assembles them. */
const OUTILS = ['test/outils', 'test/vecteurs', 'test/epreuves/mutation'];

export interface Etendue {
  /** Files or folders of domain/. */
  fichiers: readonly string[];
  /** Also the mutants of code that runs once, when a file is loaded: each asks for every test. */
  statiques: boolean;
}

/** Settings of Stryker for domain/ and its unit tests. */
export const reglages = ({ fichiers, statiques }: Etendue) => ({
  testRunner: 'domaine',
  plugins: ['coureur.mjs', 'textes.mjs'].map((f) => join(__dirname, f)),
  ignorers: ['textes'],
  mutate: [...fichiers.map(enMotif), ...JAMAIS],
  ignorePatterns: ['**', '!domain/**', ...OUTILS.map((f) => `!${f}/**`), '!package.json'],
  buildCommand: assembler(fichiers),
  coverageAnalysis: 'perTest',
  ignoreStatic: !statiques,
  // The project has two cores in CI.
  concurrency: 2,
  // A mutant that loops: fifteen seconds more than half as much again as the time its tests took. All of them take two; on a busy
  // machine, less would kill mutants that no test notices.
  timeoutMS: 15_000,
  incremental: true,
  incrementalFile: `${SORTIE}/incremental${avecExpliquer(fichiers) ? '-expliquer' : ''}.json`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: RESULTATS },
  tempDirName: `${SORTIE}/bac`,
  // TypeScript 7 has no API for the steps that would read these; esbuild asks for neither.
  disableTypeChecks: false,
  tsconfigFile: 'absent.json',
  warnings: { slow: false },
});

const enMotif = (chemin: string): string =>
  /(\.ts|\*)$/.test(chemin) ? chemin : `${chemin.replace(/\/+$/, '')}/**/*.ts`;

const avecExpliquer = (fichiers: readonly string[]): boolean =>
  fichiers.some((f) => `${f}/`.startsWith(`domain/${EXPLIQUER}`));

const assembler = (fichiers: readonly string[]): string => {
  const ecartes = avecExpliquer(fichiers) ? ALEATOIRES : [...ALEATOIRES, EXPLIQUER];
  return ['node test/epreuves/mutation/assembler.mjs', ...ecartes].join(' ');
};
