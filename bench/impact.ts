import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { etudierImpact } from '../client/usages/etudier-impact';
import { lotsDeLignes } from '../client/usages/impact/sources';
import { dire, fr, garderResultat, serie } from './resultats';

/**
 * `npm run bench -- impact`: a study of 150,000 scenarios read as NDJSON, threads and their start included, as `jalon impact
 * --scenarios` does it. The mix is the public examples over and over; the change moves the dates of nearly all that have a CSP.
 */
const SCENARIOS = 150_000;
const CIBLE_S = 20;
const TOURS = 3;
const jeu = { reglement: null, parametres: { dureeMois: 13 }, source: null };

const exemples: { scenario: unknown }[] = JSON.parse(
  readFileSync(join(__dirname, '../test/vecteurs/public.json'), 'utf8'),
);
const lignes = exemples.map(({ scenario }) => `${JSON.stringify(scenario)}\n`);

function* ndjson(): Generator<string> {
  for (let n = 0; n < SCENARIOS; n += lignes.length) yield lignes.slice(0, SCENARIOS - n).join('');
}

interface Etude {
  parcours: number;
  bougent: number;
  secondes: number;
  /** Seconds of processor, every thread. */
  coeur: number;
}

async function etudier(): Promise<Etude> {
  const debut = performance.now();
  const avant = process.cpuUsage();
  const { parcours, bougent } = await etudierImpact({ lots: lotsDeLignes(Readable.from(ndjson())), jeu });
  const secondes = (performance.now() - debut) / 1000;
  const { user, system } = process.cpuUsage(avant);
  return { parcours, bougent, secondes, coeur: (user + system) / 1e6 };
}

async function mesurer(): Promise<void> {
  const tours: Etude[] = [];
  for (let tour = 0; tour < TOURS; tour += 1) tours.push(await etudier());
  const { parcours, bougent } = tours[0]!;
  const coeurs = availableParallelism();
  const secondes = serie(tours.map((t) => t.secondes));
  const coeur = serie(tours.map((t) => t.coeur));
  console.log(`impact        ${fr(parcours)} scénarios (${fr(bougent)} bougent) en ${dire(secondes)} s`);
  console.log(
    `              ${fr(parcours / secondes.mediane)} scénarios/s sur ${coeurs} cœurs (cible : ${CIBLE_S} s)`,
  );
  // Unlike the clock, this does not count what other programs take: on a quiet machine, the clock says this over the cores.
  console.log(
    `              ${dire(coeur)} s de cœur, soit ${fr(coeur.mediane / coeurs, 1)} s sur une machine au repos`,
  );
  garderResultat('impact', { parcours, bougent, secondes, coeur });
}

void mesurer();
