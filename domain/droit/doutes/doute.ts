import type { NomParametre } from '../../dossier/parametres';

/**
 * A value that the sources leave in doubt, with what is done of it: people are told the reading whose error hurts them least, nothing
 * is refused, closed or lapsed before the other one.
 * @see REGLES §9
 */
export interface Doute {
  /** Rule of REGLES. */
  regle: string;
  /** Parameters that rest on it; empty when the rule itself does. */
  parametres: readonly NomParametre[];
  /** The reading that is computed, then the other one. French. */
  lectures: readonly [string, string];
  /** Which one people are told. French. */
  annonce: string;
  /** From when something is refused or lost; null when nothing is. French. */
  refus: string | null;
  /** What a letter that states the date says of it; null when no letter states a date that rests on it. French. */
  lettre: string | null;
  /** What the counsellor is asked to have confirmed; null when there is nothing to ask. French. */
  tache: string | null;
}
