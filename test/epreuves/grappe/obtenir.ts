import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Compose } from '../../outils/compose';
import { trouver } from '../../outils/programmes';

const executer = promisify(execFile);

/** What `go install` calls the two programs, and what the images call them. */
const NOMS = { server: 'temporal-server', sql: 'temporal-sql-tool' } as const;
const MODULE = 'go.temporal.io/server/cmd';

/** The version of the server that `docker-compose.yml` takes, which is that of its tools too. */
export function versionDuMoteur({ services }: Compose): string {
  const versions = ['temporal', 'temporal-schema'].map((nom) => services[nom]?.image.split(':')[1]);
  const [version] = versions;
  if (version === undefined || versions.some((autre) => autre !== version))
    throw new Error(`Le serveur et ses outils ne sont pas de la même version : ${versions.join(' et ')}.`);
  return version;
}

/**
 * Folder of the programs of the cluster, from the cache, else built by Go into the cache: several minutes, once a version.
 * @throws Error in French saying what to install
 */
export async function obtenirGrappe(
  cache: string,
  version: string,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  const dossier = join(cache, 'grappe', version);
  if (Object.values(NOMS).every((nom) => existsSync(join(dossier, nom)))) return dossier;
  const go = trouver('go', env);
  if (go === null)
    throw new Error(
      `Go est introuvable : installez-le (go.dev), il construira le serveur Temporal ${version} ; ou placez ${Object.values(NOMS).join(' et ')} dans .cache/grappe/${version}.`,
    );
  const chantier = `${dossier}-en-cours`;
  rmSync(chantier, { recursive: true, force: true });
  mkdirSync(chantier, { recursive: true });
  const paquets = [`${MODULE}/server@v${version}`, `${MODULE}/tools/sql@v${version}`];
  try {
    await executer(go, ['install', ...paquets], { env: { ...env, GOBIN: chantier }, maxBuffer: 1 << 26 });
  } catch (cause) {
    throw new Error(`Go n’a pas pu construire le serveur Temporal ${version}.`, { cause });
  }
  for (const [bati, nom] of Object.entries(NOMS)) renameSync(join(chantier, bati), join(chantier, nom));
  // Only what is whole takes the name that is looked for.
  rmSync(dossier, { recursive: true, force: true });
  renameSync(chantier, dossier);
  return dossier;
}
