import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { boucles } from './boucles';
import { type Import, lireImports } from './lire';
import type { Salle } from './table';

/** Files of the house, by path from the root; null for what holds no import (JSON, styles, templates). */
export type Fichiers = ReadonlyMap<string, string | null>;

const SUFFIXES = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

/** Tests, their helpers and the benchmarks may import anything; nothing that runs may import them. */
const estDEssai = (chemin: string): boolean => /^(test|bench)\/|\/de-test\/|\.test\.tsx?$/.test(chemin);

/**
 * Every import that the table does not allow, and every circle, those of types included.
 * @returns one line a fault, empty when the house is in order
 */
export function relever(fichiers: Fichiers, maison: readonly Salle[]): string[] {
  const fautes: string[] = [];
  const lus = new Map<string, Import[]>();
  for (const [chemin, source] of fichiers)
    if (source !== null && !estDEssai(chemin)) lus.set(chemin, lireImports(chemin, source));

  const graphe = new Map<string, string[]>();
  for (const [chemin, imports] of lus) {
    const cibles: string[] = [];
    graphe.set(chemin, cibles);
    const salle = salleDe(chemin, maison);
    if (salle === undefined) {
      fautes.push(`${chemin}: in no room of the table`);
      continue;
    }
    for (const lu of imports) {
      const cible = resoudre(chemin, lu.specificateur, fichiers);
      if (cible !== undefined) cibles.push(cible);
      const faute = juger({ maison, lus }, salle, lu, cible);
      if (faute) fautes.push(`${chemin}: '${lu.specificateur}' ${faute}`);
    }
  }
  return [...fautes, ...boucles(graphe).map((boucle) => `circle: ${boucle.join(' -> ')}`)];
}

function salleDe(chemin: string, maison: readonly Salle[]): Salle | undefined {
  return maison
    .filter(({ dossier }) => chemin.startsWith(`${dossier}/`))
    .toSorted((a, b) => b.dossier.length - a.dossier.length)[0];
}

function resoudre(chemin: string, specificateur: string, fichiers: Fichiers): string | undefined {
  if (!specificateur.startsWith('.')) return undefined;
  const vise = posix.join(posix.dirname(chemin), specificateur);
  return SUFFIXES.map((suffixe) => vise + suffixe).find((candidat) => fichiers.has(candidat));
}

interface Releve {
  readonly maison: readonly Salle[];
  readonly lus: ReadonlyMap<string, readonly Import[]>;
}

/** What is wrong with an import; null when it is allowed. */
function juger({ maison, lus }: Releve, salle: Salle, lu: Import, cible: string | undefined): string | null {
  const { specificateur, valeur } = lu;
  if (cible === undefined) return specificateur.startsWith('.') ? 'leads nowhere' : jugerPaquet(salle, specificateur);
  if (estDEssai(cible)) return 'is there for tests only';
  if (salleDe(cible, maison) === salle || dans(cible, salle.salles)) return null;
  if (!dans(cible, salle.types ?? [])) return `(${cible}) is not open to ${salle.dossier}/`;
  const seSuffit = lus.get(cible)?.every((sien) => !sien.valeur) ?? false;
  const permis = !valeur || (seSuffit && dans(cible, salle.feuilles ?? []));
  return permis ? null : `(${cible}) is open to ${salle.dossier}/ for its types only`;
}

function jugerPaquet(salle: Salle, specificateur: string): string | null {
  const permis = isBuiltin(specificateur)
    ? salle.paquets.includes('node:')
    : salle.paquets.some((paquet) => specificateur === paquet || specificateur.startsWith(`${paquet}/`));
  return permis ? null : `is not a package of ${salle.dossier}/`;
}

const dans = (cible: string, lieux: readonly string[]): boolean =>
  lieux.some((lieu) => {
    const [avant, apres] = lieu.split('*');
    if (apres === undefined) return cible === lieu || cible.startsWith(`${lieu}/`);
    const nom = cible.slice(avant!.length, -apres.length);
    return cible.startsWith(avant!) && cible.endsWith(apres) && nom !== '' && !nom.includes('/');
  });
