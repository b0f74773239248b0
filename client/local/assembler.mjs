import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * A TypeScript entry and all that it imports of ours, as one script for Node; packages stay in node_modules. Kept in
 * `.cache/programmes` until one of its sources changes: found, translated and loaded one by one, seven hundred files cost a start
 * more than all the rest.
 * @throws BuildFailure of esbuild when a source is no TypeScript, or imports what does not exist
 */
export async function assembler(racine, entree) {
  const programme = join(racine, '.cache', 'programmes', relative(racine, entree).replace(/[^\w.-]/g, '_'));
  return lire(programme, racine) ?? (await construire(programme, racine, entree));
}

/** The script kept, or null when its sources say something else now. */
function lire(programme, racine) {
  try {
    const { version, sources } = JSON.parse(readFileSync(`${programme}.json`, 'utf8'));
    const inchanges = Object.entries(sources).every(([source, empreinte]) => hacher(racine, source) === empreinte);
    return inchanges && version === VERSION ? readFileSync(`${programme}.cjs`, 'utf8') : null;
  } catch {
    return null;
  }
}

async function construire(programme, racine, entree) {
  const { build, stop } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: racine,
    entryPoints: [entree],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    sourcemap: 'inline',
    sourcesContent: false,
    sourceRoot: join(racine, '/'),
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [lieux],
  });
  await stop();
  const script = outputFiles[0].text;
  const sources = Object.fromEntries(Object.keys(metafile.inputs).map((source) => [source, hacher(racine, source)]));
  try {
    mkdirSync(dirname(programme), { recursive: true });
    // The script first: beside an older list of sources it is made again, never taken for what it is not.
    ecrire(`${programme}.cjs`, script);
    ecrire(`${programme}.json`, JSON.stringify({ version: VERSION, sources }));
  } catch {
    // A folder that cannot be written: the script serves this once.
  }
  return script;
}

/** Of what is kept: a change of how a script is made is a new one. */
const VERSION = 1;

const hacher = (racine, source) =>
  createHash('sha256')
    .update(readFileSync(join(racine, source)))
    .digest('base64');

/** Put in place by one rename: another start never reads half of it. */
function ecrire(fichier, texte) {
  const brouillon = `${fichier}.${process.pid}`;
  writeFileSync(brouillon, texte);
  renameSync(brouillon, fichier);
}

/** In one script, each source still says where it stands. */
const lieux = {
  name: 'lieux',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const texte = readFileSync(path, 'utf8');
      if (!/\b__(dirname|filename)\b/.test(texte)) return undefined;
      const ici = `const __dirname = ${JSON.stringify(dirname(path))}, __filename = ${JSON.stringify(path)};`;
      return { contents: ici + texte, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
