import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installerReglements, type Reglement, reglements } from '../domain/droit/reglements';
import { lireReglement, type ReglementLu } from '../domain/droit/reglements/document';
import { phrase } from '../domain/faits/erreurs';
import { ErreurReglage } from './reglages';

/** A file of règlement, read. */
export interface FichierReglement {
  chemin: string;
  lu: ReglementLu;
}

/** Reads the règlements of a folder, in the order of their names: each may take over one before it. */
export function lireDossierReglements(dossier: string): FichierReglement[] {
  const connus: Reglement[] = Object.values(reglements);
  const chemins = readdirSync(dossier)
    .filter((nom) => nom.endsWith('.json'))
    .sort()
    .map((nom) => join(dossier, nom));
  return chemins.map((chemin) => {
    const lu = lireFichierReglement(chemin, connus);
    if (lu.ok) connus.push(lu.reglement);
    return { chemin, lu };
  });
}

/** Reads one file. What is no JSON is refused as an unreadable document. */
export function lireFichierReglement(chemin: string, connus: readonly Reglement[]): ReglementLu {
  try {
    return lireReglement(JSON.parse(readFileSync(chemin, 'utf8').replace(/^\ufeff/, '')), connus);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { ok: false, erreurs: ['CHAMP_INVALIDE:règlement'] };
  }
}

/**
 * Installs the règlements of the folder of `JALON_REGLEMENTS` for the life of the process; none without it. A process never starts on
 * a set that it half understood.
 * @throws ErreurReglage with every error, file by file
 */
export function installerDossierReglements(dossier: string | null): Reglement[] {
  if (dossier === null) return [];
  const lus = lire(dossier);
  const fautes = lus.flatMap(({ chemin, lu }) =>
    lu.ok ? [] : lu.erreurs.map((code) => `Règlement refusé, ${chemin} : ${phrase(code)}`),
  );
  if (fautes.length > 0) throw new ErreurReglage(fautes.join('\n'));
  const installes = lus.flatMap(({ lu }) => (lu.ok ? [lu.reglement] : []));
  installerReglements(installes);
  return installes;
}

function lire(dossier: string): FichierReglement[] {
  try {
    return lireDossierReglements(dossier);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ErreurReglage(`JALON_REGLEMENTS : le dossier ${dossier} ne peut pas être lu (${code}).`);
  }
}
