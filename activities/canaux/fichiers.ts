import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { JOUR } from '../../commun/fichiers-de-sortie';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { RemiseEchouee } from './remise-echouee';

/** Days of an outbox are those of the mail room, in Paris. */
const ZONE = 'Europe/Paris';
/** A letter is tried again for two months at most: further back, the same key cannot be waiting for an answer. */
const JOURS_RELUS = 70;

/** Folder of the day of an outbox: `2026-03-24`. */
export const dossierDuJour = (quand: Date): string => dateLocale(quand, ZONE);

const BROUILLON = /^\..*\.part$/;
/** No writing lasts so long: its process died. */
const BROUILLON_PERDU_MS = 10 * 60_000;

/** Writes a file whole or not at all, durably: nobody ever reads half of it. The draft is hidden, beside it. */
export async function ecrireEntier(chemin: string, octets: Uint8Array | string): Promise<void> {
  const brouillon = join(dirname(chemin), `.${basename(chemin)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const fichier = await open(brouillon, 'w', 0o600);
    try {
      await fichier.writeFile(octets);
      await fichier.sync();
    } finally {
      await fichier.close();
    }
    await rename(brouillon, chemin);
  } catch (erreur) {
    await rm(brouillon, { force: true });
    throw erreur;
  }
}

/** Folders that this process has cleared of what others left half-way. */
const balayes = new Set<string>();

/** Makes a folder that only its owner reads: letters name people. The drafts of processes that died there are removed. */
export async function creerDossier(chemin: string): Promise<void> {
  await mkdir(chemin, { recursive: true, mode: 0o700 });
  if (balayes.has(chemin)) return;
  balayes.add(chemin);
  for (const nom of (await readdir(chemin)).filter((n) => BROUILLON.test(n))) {
    const brouillon = join(chemin, nom);
    const { mtimeMs } = await stat(brouillon).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > BROUILLON_PERDU_MS) await rm(brouillon, { force: true });
  }
}

/** The day under which a file was already written, the most recent first; null when it never was. */
export async function jourDuDepot(racine: string, nom: string): Promise<string | null> {
  const entrees = await readdir(racine).catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT') return [];
    throw erreur;
  });
  const jours = entrees.filter((e) => JOUR.test(e)).sort();
  for (const jour of jours.reverse().slice(0, JOURS_RELUS)) {
    if (await existe(join(racine, jour, nom))) return jour;
  }
  return null;
}

export const existe = (chemin: string): Promise<boolean> =>
  stat(chemin).then(
    () => true,
    (erreur: NodeJS.ErrnoException) => {
      if (erreur.code === 'ENOENT') return false;
      throw erreur;
    },
  );

/** What the system refused (disk full, no right to write), as a hand-off that surely did not happen. */
export const panneDeDisque = (erreur: unknown): RemiseEchouee =>
  new RemiseEchouee(
    'PAS_PARTI',
    `dossier de sortie indisponible (${(erreur as NodeJS.ErrnoException).code ?? 'panne'})`,
  );
