import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { racine } from '../commun/racine';

/** Benchmarks by name: `npm run bench -- <nom>`. Each prints its own figures and keeps them in `bench/resultats/`. */
const bancs: Record<string, () => unknown> = {
  capacite: () => require('./capacite'),
  courriers: () => [require('./courriers'), require('./gardes')],
  domaine: () => require('./domaine'),
  fait: () => require('./fait'),
  flotte: () => require('./flotte'),
  impact: () => require('./impact'),
  import: () => require('./import'),
  parc: () => require('./parc'),
  parcours: () => require('./parcours'),
  passe: () => require('./passe'),
  rafale: () => require('./rafale'),
  web: () => require('./web'),
  tout,
};

/** Each in a process of its own, one after the other: none is measured warm from the one before. Last, what the figures come to. */
function tout(): void {
  const mesures = Object.keys(bancs).filter((autre) => autre !== 'capacite' && autre !== 'tout');
  for (const nom of [...mesures, 'capacite']) {
    const banc = [join(racine, 'client/local/lancer.mjs'), 'bench/main.ts', nom];
    const { status } = spawnSync(process.execPath, banc, { cwd: racine, stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}

const nom = process.argv[2];
const banc = nom === undefined ? undefined : bancs[nom];
if (banc === undefined) {
  console.error(`Usage : npm run bench -- <${Object.keys(bancs).join(' | ')}>`);
  process.exitCode = 2;
} else {
  banc();
}
