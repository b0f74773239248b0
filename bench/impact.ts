import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { etudierImpact } from '../client/usages/etudier-impact';
import { lotsDeLignes } from '../client/usages/impact/sources';

/**
 * `npm run bench -- impact`: a study of 150,000 scenarios read as NDJSON, threads and their start included, as `jalon impact
 * --scenarios` does it. The mix is the public examples over and over; the change moves the dates of nearly all that have a CSP.
 */
const SCENARIOS = 150_000;
const CIBLE_S = 20;
const jeu = { reglement: null, parametres: { dureeMois: 13 }, source: null };

const exemples: { scenario: unknown }[] = JSON.parse(
  readFileSync(join(__dirname, '../test/vecteurs/public.json'), 'utf8'),
);
const lignes = exemples.map(({ scenario }) => `${JSON.stringify(scenario)}\n`);

function* ndjson(): Generator<string> {
  for (let n = 0; n < SCENARIOS; n += lignes.length) yield lignes.slice(0, SCENARIOS - n).join('');
}

async function mesurer(): Promise<void> {
  const debut = performance.now();
  const avant = process.cpuUsage();
  const { parcours, bougent } = await etudierImpact({ lots: lotsDeLignes(Readable.from(ndjson())), jeu });
  const secondes = (performance.now() - debut) / 1000;
  const { user, system } = process.cpuUsage(avant);
  const coeur = (user + system) / 1e6;
  const enFrancais = (n: number): string => Math.round(n).toLocaleString('fr-FR');
  console.log(
    `impact        ${enFrancais(parcours)} scénarios (${enFrancais(bougent)} bougent) en ${secondes.toFixed(1)} s`,
  );
  const coeurs = availableParallelism();
  console.log(
    `              ${enFrancais(parcours / secondes)} scénarios/s sur ${coeurs} cœurs (cible : ${CIBLE_S} s)`,
  );
  // Unlike the clock, this does not count what other programs take: on a quiet machine, the clock says this over the cores.
  console.log(
    `              ${coeur.toFixed(1)} s de cœur, soit ${(coeur / coeurs).toFixed(1)} s sur une machine au repos`,
  );
}

void mesurer();
