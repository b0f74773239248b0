// Run by Stryker in its sandbox, once the code is mutated: node assembler.mjs [tests left out…]
// Gathers every unit test of domain/ and all it imports, packages included, in the one file that coureur.mjs runs.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { TESTS } from './coureur.mjs';

const ecartes = process.argv.slice(2);
const fichiers = readdirSync('domain', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.test.ts') && !ecartes.some((ecarte) => f.startsWith(ecarte)))
  .sort();
// Cases drawn at random are always the same, so that a mutant dies each day or none; nothing is made of a failing one but a death.
const hasard = "require('fast-check').configureGlobal({ seed: 1, endOnFailure: true });";
const contents = [hasard, ...fichiers.map((f) => `describe('${f}', () => { require('./${f}'); });`)].join('\n');

await build({
  stdin: { contents, resolveDir: 'domain' },
  outfile: TESTS,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});
