import { setTimeout as attendre } from 'node:timers/promises';
import type { Ouvrier } from './enfant';
import type { Coeurs, Place } from './place';

/** Processor time of one life, what the processes use at rest taken off. */
export interface Cout {
  /** Milliseconds, by process. */
  coeurs: Coeurs;
  /** Milliseconds, all processes together. */
  total: number;
  /** How long all the lives lasted, on a clock. */
  secondes: number;
}

/** Milliseconds of processor for each millisecond that passes while nothing is asked. */
export type Repos = Coeurs;

const chaque = (calculer: (part: keyof Coeurs) => number): Coeurs => ({
  worker: calculer('worker'),
  moteur: calculer('moteur'),
  registre: calculer('registre'),
  smtp: calculer('smtp'),
});

export async function mesurerRepos(place: Place, ouvriers: readonly Ouvrier[], ms: number): Promise<Repos[]> {
  const lire = () => Promise.all(ouvriers.map((ouvrier) => place.coeurs(ouvrier)));
  const avant = await lire();
  await attendre(ms);
  const apres = await lire();
  return apres.map((lu, i) => chaque((part) => (lu[part] - avant[i]![part]) / ms));
}

/** @param vies how many lives `vivre` lives */
export async function mesurerVies(
  place: Place,
  ouvrier: Ouvrier,
  { repos, vies }: { repos: Repos; vies: number },
  vivre: () => Promise<void>,
): Promise<Cout> {
  const [debut, avant] = [Date.now(), await place.coeurs(ouvrier)];
  await vivre();
  const [duree, apres] = [Date.now() - debut, await place.coeurs(ouvrier)];
  const coeurs = chaque((part) => Math.max(0, apres[part] - avant[part] - repos[part] * duree) / vies);
  return { coeurs, total: Object.values(coeurs).reduce((a, b) => a + b, 0), secondes: duree / 1000 };
}
