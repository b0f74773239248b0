import type { DateCivile } from '../calendrier/dates';
import type { Destinataire } from '../dossier/resultat';

/**
 * A letter that the rules want, before anyone asks whether it is due, still useful or already gone.
 * @see REGLES §7
 */
export interface CourrierPrevu {
  /** Code of the catalogue, e.g. `C06_CONVOCATION_PRE_BILAN`. */
  code: string;
  destinataire: Destinataire;
  /** The day it leaves, once shifted to an ouvré day. */
  date: DateCivile;
  /**
   * What the letter speaks of: the unshifted date (with its offset for C02 and C15: `2025-03-24-7`), so that a letter whose
   * shifted day moves keeps its key. Part of the key `<numero>/<code>/<destinataire>/<base>`.
   */
  base: string;
}
