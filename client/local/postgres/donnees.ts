import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaires } from './binaires';
import { accessible, dossierRefuge } from './compte';
import { type Compte, estRoot, executer } from './executer';

/** Superuser of the embedded server, and name of the database. */
export const NOM = 'jalon';

export interface Donnees {
  /** PostgreSQL's own data folder, links resolved. */
  base: string;
  motDePasse: string;
}

/** The data folder's link or directory: complete as soon as it exists, because it is made under another name first. */
export const cheminBase = (dossier: string): string => join(dossier, 'base');

/**
 * The register's data in `dossier`: created by initdb the first time, with a password of its own kept beside it (mode 0600),
 * because on a shared machine every account reaches 127.0.0.1. Layout: `base/` (or a link, when root's folder is closed to
 * PostgreSQL's account) and `mot-de-passe`.
 */
export async function preparerDonnees(
  dossier: string,
  binaires: Binaires,
  compte: Compte | null,
  durable: boolean,
): Promise<Donnees> {
  mkdirSync(dossier, { recursive: true });
  // Traversed by PostgreSQL's account when we are root; ours alone otherwise.
  chmodSync(dossier, estRoot() ? 0o711 : 0o700);
  const base = cheminBase(dossier);
  const existe = lstatSync(base, { throwIfNoEntry: false }) !== undefined;
  const motDePasse = lireMotDePasse(dossier, existe);
  if (!existe) await initialiser(dossier, motDePasse, binaires, compte, durable);
  if (!existsSync(base)) {
    throw new Error(
      `Les données du registre ont disparu : ${base} mène à un dossier qui n’existe plus. Supprimez ${dossier} pour repartir de rien.`,
    );
  }
  const reel = realpathSync(base);
  if (!(await accessible(reel, compte))) {
    throw new Error(
      `Le compte de PostgreSQL n’a plus accès à ${reel} : un des dossiers parents lui est fermé (droit « x »).`,
    );
  }
  exigerVersion(reel, binaires);
  return { base: reel, motDePasse };
}

function lireMotDePasse(dossier: string, existe: boolean): string {
  const fichier = join(dossier, 'mot-de-passe');
  if (existsSync(fichier)) return readFileSync(fichier, 'utf8').trim();
  if (existe) throw new Error(`Le mot de passe du registre a disparu (${fichier}) : remettez ce fichier en place.`);
  const motDePasse = randomBytes(24).toString('hex');
  writeFileSync(fichier, `${motDePasse}\n`, { mode: 0o600 });
  return motDePasse;
}

async function initialiser(
  dossier: string,
  motDePasse: string,
  binaires: Binaires,
  compte: Compte | null,
  durable: boolean,
): Promise<void> {
  const base = cheminBase(dossier);
  let cible = `${base}.en-cours`;
  rmSync(cible, { recursive: true, force: true });
  mkdirSync(cible, { mode: 0o700 });
  if (compte) {
    chownSync(cible, compte.uid, compte.gid);
    if (!(await accessible(cible, compte))) {
      rmSync(cible, { recursive: true });
      cible = dossierRefuge('registre-', compte);
    }
  }
  const cle = `${cible}.cle`;
  writeFileSync(cle, motDePasse, { mode: 0o600 });
  if (compte) chownSync(cle, compte.uid, compte.gid);
  try {
    // The built-in C.UTF-8 sorts and folds the same on every machine; a list of names asks for French order itself.
    const args = ['-D', cible, '-U', NOM, `--pwfile=${cle}`, '--auth=scram-sha-256', '--encoding=UTF8'];
    args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
    if (!durable) args.push('--no-sync');
    const { code, texte } = await executer(binaires.initdb, args, compte);
    if (code !== 0) throw new Error(`PostgreSQL n’a pas pu préparer les données du registre dans ${cible} : ${texte}`);
  } catch (erreur) {
    rmSync(cible, { recursive: true, force: true });
    throw erreur;
  } finally {
    rmSync(cle, { force: true });
  }
  if (cible.startsWith(base)) renameSync(cible, base);
  else symlinkSync(cible, base);
}

function exigerVersion(base: string, { version }: Binaires): void {
  const majeure = readFileSync(join(base, 'PG_VERSION'), 'utf8').trim();
  if (majeure !== version.split('.')[0]) {
    throw new Error(
      `Les données du registre (${base}) sont celles de PostgreSQL ${majeure}, les programmes installés sont en version ${version}. ` +
        'Réinstallez la version précédente de Jalon, sauvegardez par pg_dump, puis restaurez.',
    );
  }
}
