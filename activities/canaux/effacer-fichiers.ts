import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { JOUR } from './fichiers';
import { DOSSIER_LIGNES, ecrireIndex, NOM_INDEX } from './poste-index';

const lister = (dossier: string): Promise<string[]> =>
  readdir(dossier).catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT') return [];
    throw erreur;
  });

const jours = async (racine: string): Promise<string[]> => (await lister(racine)).filter((nom) => JOUR.test(nom));

/**
 * Removes what an outbox (post or text messages) holds of a dossier, drafts included, and writes the index of its days again without it.
 * @returns how many letters or messages were removed
 */
export async function effacerFichiers(racine: string, numero: Numero): Promise<number> {
  const sien = (nom: string) => nom.replace(/^\./, '').startsWith(`${numero}-`);
  let effaces = 0;
  for (const jour of await jours(racine)) {
    const duJour = join(racine, jour);
    const noms = (await lister(duJour)).filter(sien);
    const lignes = (await lister(join(duJour, DOSSIER_LIGNES))).filter(sien);
    await Promise.all([
      ...noms.map((nom) => rm(join(duJour, nom), { force: true })),
      ...lignes.map((nom) => rm(join(duJour, DOSSIER_LIGNES, nom), { force: true })),
    ]);
    if (lignes.length > 0) await ecrireIndex(duJour);
    effaces += noms.filter((nom) => !nom.endsWith('.part')).length;
  }
  return effaces;
}

/** The days of an outbox that are before a day, oldest first. */
export const joursAvant = async (racine: string, avant: DateCivile): Promise<string[]> =>
  (await jours(racine)).filter((jour) => jour < avant).sort();

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
