import type { DateCivile } from '../../calendrier/dates';

/**
 * What a value of a known shape is worth once read: taken in the one form that Jalon keeps (`juste`, with a word when there is one to
 * say), not taken but with the value that was probably meant (`douteux`), or not taken at all (`faux`). A phrase gives the value read and
 * the forms accepted; it goes on « Le champ … ne convient pas : ».
 */
export type Jugement<T> =
  | { genre: 'juste'; valeur: T; phrase?: string }
  | { genre: 'douteux'; valeur: T; phrase: string }
  | { genre: 'faux'; valeur: null; phrase: string };

/** What a value is judged with, when it is known. */
export interface ContexteValeur {
  /** Zone of R2: says what a number without its country code means. */
  residence?: string | undefined;
  /** The hand-over, that a birth date must be plausible against. */
  dateRemise?: DateCivile | undefined;
}

/** One function a value, whoever reads it: CSV, JSON document, form, command line. */
export type Normaliseur<Lu, T = Lu> = (lu: Lu, contexte: ContexteValeur) => Jugement<T>;

export const juste = <T>(valeur: T, phrase?: string): Jugement<T> =>
  phrase === undefined ? { genre: 'juste', valeur } : { genre: 'juste', valeur, phrase };
export const douteux = <T>(valeur: T, phrase: string): Jugement<T> => ({ genre: 'douteux', valeur, phrase });
export const faux = <T>(phrase: string): Jugement<T> => ({ genre: 'faux', valeur: null, phrase });
