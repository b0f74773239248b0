import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DOSSIER_LIGNES } from '../../commun/fichiers-de-sortie';
import { nomDuCourrier } from '../../commun/noms-des-remises';
import { creerDossier, dossierDuJour, ecrireEntier, existe, jourDuDepot, panneDeDisque } from './fichiers';
import { enPartage } from './partage';
import type { Depot, LettreAPoster, PortPostal } from './port-postal';
import { ecrireIndex, ligneIndex } from './poste-index';

/**
 * Leaves print-ready PDFs in a folder of the day with an `index.csv` for the mail room. Each letter is a PDF and a line of its own
 * (in `.lignes/`); the index is all the lines, written whole. So nothing is ever half written, several workers may write at
 * once without a lock, and a crash at any point leaves what the next attempt completes. Letters left at once share one writing of it.
 */
export function creerPosteEnFichiers(dossier: string): PortPostal {
  const indexer = enPartage(ecrireIndex);
  return {
    async deposer(lettre) {
      try {
        return await deposer(dossier, lettre, indexer);
      } catch (erreur) {
        throw panneDeDisque(erreur);
      }
    },
  };
}

async function deposer(
  racine: string,
  lettre: LettreAPoster,
  indexer: (duJour: string) => Promise<void>,
): Promise<Depot> {
  const nom = nomDuCourrier(lettre.cle);
  const jour = (await jourDuDepot(racine, join(DOSSIER_LIGNES, `${nom}.csv`))) ?? dossierDuJour(lettre.date);
  const duJour = join(racine, jour);
  const pdf = join(duJour, `${nom}.pdf`);
  const ligne = join(duJour, DOSSIER_LIGNES, `${nom}.csv`);
  await creerDossier(duJour);
  await creerDossier(join(duJour, DOSSIER_LIGNES));
  const deja = (await existe(ligne)) && (await existe(pdf));
  try {
    if (!deja) {
      await ecrireEntier(pdf, lettre.pdf);
      await ecrireEntier(ligne, ligneIndex(`${nom}.pdf`, lettre));
    }
    await indexer(duJour);
  } catch (erreur) {
    // Back to the agenda: the mail room must not find a letter that may be cancelled meanwhile.
    if (!deja) await Promise.all([rm(ligne, { force: true }), rm(pdf, { force: true })]);
    throw erreur;
  }
  const octets = deja ? await readFile(pdf) : lettre.pdf;
  return { fichier: `${jour}/${nom}.pdf`, sha256: createHash('sha256').update(octets).digest('hex') };
}
