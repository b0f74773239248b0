import type { Certitude } from '../reglements';

/** One input of an explanation: a field of the dossier, another key of the result, a parameter, a fact. */
export interface Entree {
  /** `dateRemise`, `debutCsp`, `dureeMois`, `evenements[3]`. */
  nom: string;
  /** French. */
  libelle: string;
  /** As the scenario or the result has it: dates are ISO. */
  valeur: unknown;
}

/** Why a key of the result has its value. */
export interface Explication {
  /** `terme`, `reinscription.limite`, `prolongations.MALADIE`, `rejets.2`. */
  cle: string;
  /** French name of the key. */
  libelle: string;
  valeur: unknown;
  /** Rule of REGLES, e.g. `R15`. */
  regle: string;
  entrees: Entree[];
  /** The computation in one French sentence, with its dates and numbers. */
  phrase: string;
  /** Texts and documents, in words, separated by " ; ". */
  source: string;
  /** That of the least certain thing it rests on. @see Certitude */
  certitude: Certitude;
  /** What is doubtful in the texts, in French, when it bears on this very value. @see REGLES §9 */
  doute: string | null;
}

/** A text that an explanation rests on. */
export interface Fondement {
  source: string;
  certitude: Certitude;
  /** The document is older than the règlement, or has no date. */
  ancien?: true;
}
