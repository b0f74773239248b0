/** Benchmarks by name: `npm run bench -- <nom>`. Each prints its own figures. */
const bancs: Record<string, () => unknown> = {
  courriers: () => [require('./courriers'), require('./gardes')],
  domaine: () => require('./domaine'),
  flotte: () => require('./flotte'),
  impact: () => require('./impact'),
  parcours: () => require('./parcours'),
  web: () => require('./web'),
};

const nom = process.argv[2];
const banc = nom === undefined ? undefined : bancs[nom];
if (banc === undefined) {
  console.error(`Usage : npm run bench -- <${Object.keys(bancs).join(' | ')}>`);
  process.exitCode = 2;
} else {
  banc();
}
