import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { version as versionSdk } from '@temporalio/worker/package.json';
import { racine } from '../commun/racine';
import { commitCourant } from '../test/epreuves/deroulement';
import { machine } from '../test/outils/flotte';

/** A figure taken several times in one run. */
export interface Serie {
  mediane: number;
  min: number;
  max: number;
}

export function serie(mesures: readonly number[]): Serie {
  const tries = [...mesures].sort((a, b) => a - b);
  const milieu = Math.floor(tries.length / 2);
  const mediane = tries.length % 2 === 1 ? tries[milieu]! : (tries[milieu - 1]! + tries[milieu]!) / 2;
  return { mediane, min: tries[0]!, max: tries.at(-1)! };
}

export const fr = (n: number, decimales = 0): string =>
  n.toLocaleString('fr-FR', { minimumFractionDigits: decimales, maximumFractionDigits: decimales });

/** "12,3 (11,9 à 13,0)" */
export const dire = ({ mediane, min, max }: Serie, decimales = 1): string =>
  `${fr(mediane, decimales)} (${fr(min, decimales)} à ${fr(max, decimales)})`;

/**
 * Keeps the figures of a run in `bench/resultats/<fichier>.json`, with what they were taken on.
 * @param fichier where a section keeps more than one
 */
export function garderResultat(nom: string, mesures: object, fichier = nom): void {
  const dossier = join(racine, 'bench/resultats');
  mkdirSync(dossier, { recursive: true });
  const resultat = {
    commande: `npm run bench -- ${nom}`,
    le: new Date().toISOString(),
    commit: commitCourant(),
    machine: machine(),
    // Of the last minute: above the number of processors, times say more of the machine than of Jalon.
    charge: loadavg()[0],
    node: process.versions.node,
    sdk: versionSdk,
    ...mesures,
  };
  writeFileSync(join(dossier, `${fichier}.json`), `${JSON.stringify(resultat, null, 2)}\n`);
}
