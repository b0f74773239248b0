// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node must be able to parse this file
// Starts a TypeScript entry on a bare machine: node client/local/lancer.mjs <entry.ts> [arguments…]
// With --preparer instead of an entry, only makes sure that the dependencies are there; with --assembler before entries, only makes of each
// the script that a start will read.
// Plain Node without dependency. Only what an old Node can parse stands here, so that it can say that it is too old.
import Module from 'module';
import { dirname, resolve } from 'path';
import { fileURLToPath } from 'url';

const NODE_MINIMAL = 20;
const majeure = Number(process.versions.node.split('.')[0]);

async function lancer() {
  const ici = dirname(fileURLToPath(import.meta.url));
  const racine = resolve(ici, '..', '..');
  const { installer } = await import('./installer.mjs');
  if (!(await installer(racine))) return 1;
  if (process.argv[2] === '--preparer') return 0;
  const { assembler } = await import('./assembler.mjs');
  if (process.argv[2] === '--assembler') {
    for (const chemin of process.argv.slice(3)) await assembler(racine, resolve(racine, chemin));
    return 0;
  }
  const entree = resolve(racine, process.argv[2]);
  const script = await assembler(racine, entree);
  process.argv.splice(1, 2, entree);
  // In this very process: a second Node would cost 80 ms.
  const { nommerSources } = await import('./piles.mjs');
  Error.prepareStackTrace = nommerSources(script, entree);
  const module = new Module(entree);
  module.filename = entree;
  module.paths = [resolve(racine, 'node_modules')];
  module._compile(script, entree);
  return null;
}

if (majeure < NODE_MINIMAL) {
  console.error(
    'Jalon a besoin de Node.js ' +
      NODE_MINIMAL +
      ' ou plus récent ; cette machine a la version ' +
      process.versions.node +
      '. Installez une version récente (https://nodejs.org), puis recommencez.',
  );
  process.exit(1);
} else if (!process.argv[2]) {
  console.error('Usage : node client/local/lancer.mjs <fichier.ts> [arguments…]');
  process.exit(2);
} else {
  lancer().then(
    (statut) => {
      if (statut !== null) process.exitCode = statut;
    },
    (erreur) => {
      console.error(erreur);
      process.exitCode = 1;
    },
  );
}
