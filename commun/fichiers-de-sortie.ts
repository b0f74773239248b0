import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Numero } from '../domain/dossier/numero';

/** Folder of a day of an outbox: `2026-03-24`. */
export const JOUR = /^\d{4}-\d{2}-\d{2}$/;
/** Hidden folder of a day that holds one line of the index per letter. */
export const DOSSIER_LIGNES = '.lignes';

/** Names in a folder, none of one that does not exist. */
export const lister = (dossier: string): Promise<string[]> =>
  readdir(dossier).catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT') return [];
    throw erreur;
  });

/** The days of an outbox. */
export const joursDeSortie = async (racine: string): Promise<string[]> =>
  (await lister(racine)).filter((nom) => JOUR.test(nom));

/** What a day of an outbox holds of a dossier. */
export interface DepotsDuJour {
  /** Path of the day. */
  dossier: string;
  /** Letters and messages, drafts included: all begin with the number. */
  noms: string[];
  /** Their lines of the index. */
  lignes: string[];
}

/** What an outbox (post or text messages) holds of a dossier, day by day; days without anything are left out. */
export async function depotsDuDossier(racine: string, numero: Numero): Promise<DepotsDuJour[]> {
  const sien = (nom: string) => nom.replace(/^\./, '').startsWith(`${numero}-`);
  const depots: DepotsDuJour[] = [];
  for (const jour of await joursDeSortie(racine)) {
    const dossier = join(racine, jour);
    const noms = (await lister(dossier)).filter(sien);
    const lignes = (await lister(join(dossier, DOSSIER_LIGNES))).filter(sien);
    if (noms.length + lignes.length > 0) depots.push({ dossier, noms, lignes });
  }
  return depots;
}
