import type { Dossier } from '../../dossier/dossier';
import type { Parametres, Surcharge } from '../../dossier/parametres';
import { choisirReglement } from '.';

/** The parameters that a dossier is under: those of its règlement (of the latest when none applies), its own laid over. @see R3 */
export const parametresDe = ({ dossier, surcharge = {} }: { dossier: Dossier; surcharge?: Surcharge }): Parametres => ({
  ...(choisirReglement({ ...dossier }) ?? choisirReglement({})!).parametres,
  ...surcharge,
});
