import { comparer } from '../calendrier/dates';
import type { Etude } from './impact';

/** Counts of a whole study, that can be added up piece by piece. */
export interface Bilan {
  parcours: number;
  illisibles: number;
  autreReglement: number;
  bougent: number;
  devenusIneligibles: number;
  devenusEligibles: number;
  /** By family, how many dates move by so many days. */
  familles: Map<string, { apparues: number; disparues: number; ecarts: Map<number, number> }>;
}

export const bilanVide = (): Bilan => ({
  parcours: 0,
  illisibles: 0,
  autreReglement: 0,
  bougent: 0,
  devenusIneligibles: 0,
  devenusEligibles: 0,
  familles: new Map(),
});

const augmenter = (compte: Map<number, number>, ecart: number, de: number): unknown =>
  compte.set(ecart, (compte.get(ecart) ?? 0) + de);

function famille(bilan: Bilan, nom: string) {
  const connue = bilan.familles.get(nom);
  if (connue) return connue;
  const neuve = { apparues: 0, disparues: 0, ecarts: new Map<number, number>() };
  bilan.familles.set(nom, neuve);
  return neuve;
}

/** Adds one journey to the counts. */
export function compter(bilan: Bilan, etude: Etude): void {
  bilan.parcours += 1;
  if (etude.statut === 'ILLISIBLE') bilan.illisibles += 1;
  else if (etude.statut === 'AUTRE_REGLEMENT') bilan.autreReglement += 1;
  else {
    const { eligible, deplacements } = etude;
    if (deplacements.length > 0) bilan.bougent += 1;
    if (eligible.avant && !eligible.apres) bilan.devenusIneligibles += 1;
    if (!eligible.avant && eligible.apres) bilan.devenusEligibles += 1;
    for (const d of deplacements) {
      const compte = famille(bilan, d.famille);
      if (d.ecartJours !== null) augmenter(compte.ecarts, d.ecartJours, 1);
      else if (d.avant === null) compte.apparues += 1;
      else compte.disparues += 1;
    }
  }
}

/** Adds the counts of another part of the same study. */
export function fondre(bilan: Bilan, autre: Bilan): void {
  bilan.parcours += autre.parcours;
  bilan.illisibles += autre.illisibles;
  bilan.autreReglement += autre.autreReglement;
  bilan.bougent += autre.bougent;
  bilan.devenusIneligibles += autre.devenusIneligibles;
  bilan.devenusEligibles += autre.devenusEligibles;
  for (const [nom, { apparues, disparues, ecarts }] of autre.familles) {
    const compte = famille(bilan, nom);
    compte.apparues += apparues;
    compte.disparues += disparues;
    for (const [ecart, nombre] of ecarts) augmenter(compte.ecarts, ecart, nombre);
  }
}

/** What one date does over all journeys: how many times it moves, appears, disappears; shifts in days. */
export interface ResumeCle {
  cle: string;
  deplacees: number;
  apparues: number;
  disparues: number;
  min: number | null;
  mediane: number | null;
  max: number | null;
}

export interface Resume extends Omit<Bilan, 'familles'> {
  cles: ResumeCle[];
}

/** The summary of a study, dates in alphabetical order; the median of an even number of shifts is the lower one. */
export function resumer({ familles, ...comptes }: Bilan): Resume {
  const cles = [...familles].map(([cle, { apparues, disparues, ecarts }]): ResumeCle => {
    const tries = [...ecarts].sort(([a], [b]) => a - b);
    const deplacees = tries.reduce((somme, [, nombre]) => somme + nombre, 0);
    const bornes = { min: tries[0]?.[0] ?? null, mediane: mediane(tries, deplacees), max: tries.at(-1)?.[0] ?? null };
    return { cle, deplacees, apparues, disparues, ...bornes };
  });
  return { ...comptes, cles: cles.sort((a, b) => comparer(a.cle, b.cle)) };
}

function mediane(tries: readonly (readonly [number, number])[], total: number): number | null {
  let vus = 0;
  for (const [ecart, nombre] of tries) {
    vus += nombre;
    if (vus * 2 >= total) return ecart;
  }
  return null;
}
