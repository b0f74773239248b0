import type { Texte } from './texte';

/** A titled part of a letter. */
export interface Section {
  titre: string;
  paragraphes: Texte[];
  /** A model that the reader copies: set apart from the letter itself. */
  modele?: boolean;
}

/** A line of the table of dates. */
export interface LigneDate {
  libelle: string;
  valeur: string;
  /** What an earlier letter said instead. */
  avant?: string;
}

/** A value without what is said beside it, in brackets. */
export const sansPrecision = (valeur: string): string => valeur.replace(/ \(.*\)$/, '');

/**
 * What a letter says, once: the news, what to do, the dates, then the rest. Text, HTML and PDF are three views of it.
 * The order is the reader's: the first lines must be enough to act.
 */
export interface Contenu {
  /** No name, no cause of absence: it shows on a locked phone. */
  objet: string;
  accroche: Texte[];
  /** What to do, in order. Empty: nothing to do, and the letter says so in `accroche`. */
  aFaire: Texte[];
  dates: LigneDate[];
  sections: Section[];
}
