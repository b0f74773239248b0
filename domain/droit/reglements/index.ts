import { comparer, lireDate } from '../../calendrier/dates';
import { crp2009 } from './crp-2009';
import { csp2011 } from './csp-2011';
import { csp2015v2015 } from './csp-2015-v2015';
import { csp2015v2019 } from './csp-2015-v2019';
import { csp2015v2021 } from './csp-2015-v2021';
import { csp2015v2025 } from './csp-2015-v2025';
import { cspExperimental2011 } from './csp-experimental-2011';
import { cspMayotte2018 } from './csp-mayotte-2018';
import type { NomReglement, Reglement } from './reglement';

export type { Certitude, NomReglement, Parametre, Reglement } from './reglement';
export { libellesCertitude } from './reglement';
export type { Vocabulaire } from './vocabulaire';

export const reglements: Readonly<Record<NomReglement, Reglement>> = {
  'crp-2009': crp2009,
  'csp-2011': csp2011,
  'csp-2015-v2015': csp2015v2015,
  'csp-2015-v2019': csp2015v2019,
  'csp-2015-v2021': csp2015v2021,
  'csp-2015-v2025': csp2015v2025,
  'csp-mayotte-2018': cspMayotte2018,
  'csp-experimental-2011': cspExperimental2011,
};

/** Those that a date may choose, oldest first; each holds until the next begins. */
const PAR_DATE: readonly Reglement[] = [crp2009, csp2011, csp2015v2015, csp2015v2019, csp2015v2021, csp2015v2025];

let installes: readonly Reglement[] = [];

/**
 * Adds règlements that Jalon does not carry, read from files by the process that starts: a successor set takes over without a new
 * version. Called once, before anything is evaluated; the rules stay pure, given what was installed.
 * @see R3
 */
export function installerReglements(autres: readonly Reglement[]): void {
  installes = autres.toSorted((a, b) => comparer(a.parametres.debutValidite, b.parametres.debutValidite));
}

/** Those installed alone: what another thread must be given. */
export const reglementsInstalles = (): readonly Reglement[] => installes;

/** Every règlement known, those installed last. */
export const reglementsConnus = (): readonly Reglement[] => [...Object.values(reglements), ...installes];

/** The règlement of a name; null when none has it. */
export const reglementNomme = (nom: unknown): Reglement | null =>
  reglementsConnus().find((reglement) => reglement.nom === nom) ?? null;

/** The same, and the latest one when none has it: what is written needs words and parameters in every case. */
export const reglementNommeOuDernier = (nom: unknown): Reglement => reglementNomme(nom) ?? csp2015v2025;

/**
 * The règlement of a dossier: the one it names, else the one in force when the procedure was engaged (by default, on the day
 * of the proposal). Later than all, or with an unreadable date, the latest; null if none. A name that is no text counts as
 * absent: like the date, the validation reports it.
 * @see R3, F2
 */
export function choisirReglement(dossier: Readonly<Record<string, unknown>>): Reglement | null {
  const nom = dossier.reglement;
  if (typeof nom === 'string') return reglementNomme(nom);
  const date = lireDate(dossier.dateEngagementProcedure ?? dossier.dateRemise);
  if (date === null) return csp2015v2025;
  const parDate = [...PAR_DATE, ...installes.filter(({ parNom }) => !parNom)];
  return parDate.findLast(({ parametres }) => parametres.debutValidite <= date) ?? null;
}
