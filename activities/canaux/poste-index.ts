import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enteteCsv, lignesCsv } from '../../commun/csv';
import { DOSSIER_LIGNES } from '../../commun/fichiers-de-sortie';
import { enLignes, surUneLigne } from '../../domain/dossier/valeurs';
import { ecrireEntier } from './fichiers';
import type { LettreAPoster } from './port-postal';

export const NOM_INDEX = 'index.csv';

const ENTETE = enteteCsv(['fichier', 'destinataire', 'recommande', 'pages', 'cle', 'sha256']);

/** What was kept before the door of texts refused it must not break a row either. */
const INIMPRIMABLES = /[\p{Cc}\p{Cs}]/gu;

/** The line of a letter: one line of text, whatever its address holds. */
export const ligneIndex = (fichier: string, { destinataire, recommande, pdf, pages, cle }: LettreAPoster): string =>
  lignesCsv([
    [
      fichier,
      surUneLigne(destinataire.flatMap(enLignes).join(', ')).replace(INIMPRIMABLES, ''),
      recommande ? 'oui' : 'non',
      pages,
      cle,
      createHash('sha256').update(pdf).digest('hex'),
    ],
  ]);

/** A line never changes once written: each is read once per process. */
const lues = new Map<string, string>();
/** Lines of a few days, then all is read again. */
const MEMOIRE = 50_000;

async function lire(dossier: string, nom: string): Promise<string> {
  const chemin = join(dossier, nom);
  const connue = lues.get(chemin);
  if (connue !== undefined) return connue;
  const ligne = await readFile(chemin, 'utf8');
  if (lues.size >= MEMOIRE) lues.clear();
  lues.set(chemin, ligne);
  return ligne;
}

const noms = async (dossier: string): Promise<string[]> =>
  (await readdir(dossier)).filter((nom) => nom.endsWith('.csv') && !nom.startsWith('.')).sort();

/**
 * Writes the index of a day: all its lines, again until none came while it was written. Whoever renames last reads the list after:
 * no line of another process can be missing from what stays.
 */
export async function ecrireIndex(duJour: string): Promise<void> {
  const dossier = join(duJour, DOSSIER_LIGNES);
  for (let liste = await noms(dossier); ; ) {
    const lignes = await Promise.all(liste.map((nom) => lire(dossier, nom)));
    await ecrireEntier(join(duJour, NOM_INDEX), ENTETE + lignes.join(''));
    const ensuite = await noms(dossier);
    if (ensuite.length === liste.length && ensuite.every((nom, i) => nom === liste[i])) return;
    liste = ensuite;
  }
}
