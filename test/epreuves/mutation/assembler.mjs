// Run by Stryker in its sandbox, once the code is mutated: node assembler.mjs <output> [tests left out…]
// Gathers every unit test of domain/ and all it imports in one file. Each mutant asks for a new run of jest, which loads and
// compiles two hundred files again; one file makes it three times as fast.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const [sortie, ...ecartes] = process.argv.slice(2);
const fichiers = readdirSync('domain', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.test.ts') && !ecartes.some((ecarte) => f.startsWith(ecarte)))
  .sort();
const contents = fichiers.map((f) => `describe('${f}', () => { require('./${f}'); });`).join('\n');

await build({
  stdin: { contents, resolveDir: 'domain' },
  outfile: sortie,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});
