import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DOSSIER_LIGNES, depotsDuDossier, joursDeSortie, lister } from '../../commun/fichiers-de-sortie';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { ecrireIndex, NOM_INDEX } from './poste-index';

/**
 * Removes what an outbox (post or text messages) holds of a dossier, drafts included, and writes the index of its days again without it.
 * @returns how many letters or messages were removed
 */
export async function effacerFichiers(racine: string, numero: Numero): Promise<number> {
  let effaces = 0;
  for (const { dossier, noms, lignes } of await depotsDuDossier(racine, numero)) {
    await Promise.all([
      ...noms.map((nom) => rm(join(dossier, nom), { force: true })),
      ...lignes.map((nom) => rm(join(dossier, DOSSIER_LIGNES, nom), { force: true })),
    ]);
    if (lignes.length > 0) await ecrireIndex(dossier);
    effaces += noms.filter((nom) => !nom.endsWith('.part')).length;
  }
  return effaces;
}

/** The days of an outbox that are before a day, oldest first. */
export const joursAvant = async (racine: string, avant: DateCivile): Promise<string[]> =>
  (await joursDeSortie(racine)).filter((jour) => jour < avant).sort();

/** Removes days of an outbox, whole. What is no outbox's is left, and then its folder too. */
export async function jeterJours(racine: string, jetes: readonly string[]): Promise<void> {
  for (const jour of jetes) {
    const duJour = join(racine, jour);
    const noms = (await lister(duJour)).filter((nom) => nom === NOM_INDEX || nom === DOSSIER_LIGNES || DEPOT.test(nom));
    for (const nom of noms) await rm(join(duJour, nom), { recursive: true, force: true });
    if ((await lister(duJour)).length === 0) await rm(duJour, { recursive: true, force: true });
  }
}

const DEPOT = /\.(pdf|txt|part)$/;
