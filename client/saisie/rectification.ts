import type { Dossier } from '../../domain/dossier/dossier';
import type { Erreur } from './erreur';
import { normaliser } from './normaliser';

/**
 * Why fields of an opening cannot be rectified so: their values are judged as those of an opening are, with what the dossier says of the
 * rest. A hand-over that moves is judged with the birth date.
 */
export function jugerRectification(champs: Readonly<Record<string, unknown>>, dossier: Dossier): Erreur[] {
  const { residence, dateRemise, dateNaissance } = dossier;
  const lus = champs.dateRemise === undefined ? champs : { dateNaissance, ...champs };
  return normaliser({ ...lus }, { residence, dateRemise }).erreurs;
}
