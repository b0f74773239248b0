import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * The code of a thread with all it imports, as one script. Read file by file as elsewhere, the rules cost a third more: each call to
 * a neighbour goes through its exports, each small function is given its name. A study is nothing but such calls.
 */
export function assemblerOuvrier(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'ouvrier.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
