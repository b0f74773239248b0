import type { DateCivile } from '../calendrier/dates';

/** A counsellor away, both days included, and who stands in for her. Ids, never names. */
export interface Absence {
  referent: string;
  debut: DateCivile;
  fin: DateCivile;
  remplacant: string;
}

/**
 * Who reads what is meant for a counsellor on a day: herself, or at the end of the chain of those who stand in; null when the chain
 * comes back on itself and nobody is left.
 */
export function lecteurDuJour(referent: string, jour: DateCivile, absences: readonly Absence[]): string | null {
  const vus = new Set<string>();
  let lecteur = referent;
  for (;;) {
    const absence = absences.find((a) => a.referent === lecteur && a.debut <= jour && jour <= a.fin);
    if (absence === undefined) return lecteur;
    vus.add(lecteur);
    if (vus.has(absence.remplacant)) return null;
    lecteur = absence.remplacant;
  }
}

/** A new absence during which nobody would be left to read for someone: the chain of those who stand in would be a ring. */
export function ferme(absences: readonly Absence[], nouvelle: Absence): boolean {
  const toutes = [...absences, nouvelle];
  // The chain only changes on days when an absence begins.
  const jours = toutes.map((a) => a.debut).filter((jour) => nouvelle.debut <= jour && jour <= nouvelle.fin);
  return jours.some((jour) => lecteurDuJour(nouvelle.referent, jour, toutes) === null);
}
