import { mkdirSync } from 'node:fs';
import { phraseReglage } from './phrases';
import { ErreurReglage } from './reglages';
import { variables } from './variables';

/** What the system says of a path that cannot be a folder; a full disk or missing rights are said elsewhere. */
const MAL_PLACE = new Set(['EEXIST', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL']);

/** Makes the folder of a setting where it is missing. @throws ErreurReglage when that path cannot be one */
export function assurerDossier(variable: 'JALON_DONNEES' | 'JALON_CACHE', chemin: string): void {
  try {
    mkdirSync(chemin, { recursive: true });
  } catch (erreur) {
    const { code = '' } = erreur as NodeJS.ErrnoException;
    if (!MAL_PLACE.has(code)) throw erreur;
    throw new ErreurReglage(phraseReglage(variable, chemin, variables[variable].attendu));
  }
}
