import { lireDate } from '../../calendrier/dates';
import { crp2009 } from './crp-2009';
import { csp2011 } from './csp-2011';
import { csp2015v2015 } from './csp-2015-v2015';
import { csp2015v2021 } from './csp-2015-v2021';
import { cspExperimental2011 } from './csp-experimental-2011';
import { cspMayotte2018 } from './csp-mayotte-2018';
import type { NomReglement, Reglement } from './reglement';

export type { NomParametre, Parametres, Plafond, Surcharge } from '../../dossier/parametres';
export type { Certitude, NomReglement, Parametre, Reglement, Vocabulaire } from './reglement';
export { libellesCertitude } from './reglement';

export const reglements: Readonly<Record<NomReglement, Reglement>> = {
  'crp-2009': crp2009,
  'csp-2011': csp2011,
  'csp-2015-v2015': csp2015v2015,
  'csp-2015-v2021': csp2015v2021,
  'csp-mayotte-2018': cspMayotte2018,
  'csp-experimental-2011': cspExperimental2011,
};

/** Those that a date may choose, oldest first; each holds until the next begins. */
const PAR_DATE = [crp2009, csp2011, csp2015v2015, csp2015v2021];

/**
 * The règlement of a dossier: the one it names, else the one in force when the procedure was engaged (by default, on the day
 * of the proposal). Later than all, or with an unreadable date, the latest; null if none. A name that is no text counts as
 * absent: like the date, the validation reports it.
 * @see R3, F2
 */
export function choisirReglement(dossier: Readonly<Record<string, unknown>>): Reglement | null {
  const nom = dossier.reglement;
  if (typeof nom === 'string') return Object.hasOwn(reglements, nom) ? reglements[nom as NomReglement] : null;
  const date = lireDate(dossier.dateEngagementProcedure ?? dossier.dateRemise);
  if (date === null) return csp2015v2021;
  return PAR_DATE.findLast(({ parametres }) => parametres.debutValidite <= date) ?? null;
}
