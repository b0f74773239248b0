// Run by Stryker in its sandbox, once the code is mutated: node assembler.mjs [tests left out…]
// Gathers every unit test of domain/ and all it imports, packages included, in the one file that coureur.mjs runs.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { TESTS } from './coureur.mjs';

const ecartes = process.argv.slice(2);
const fichiers = readdirSync('domain', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.test.ts') && !ecartes.some((ecarte) => f.startsWith(ecarte)))
  .sort();
const contents = fichiers.map((f) => `describe('${f}', () => { require('./${f}'); });`).join('\n');

await build({
  stdin: { contents, resolveDir: 'domain' },
  outfile: TESTS,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});
