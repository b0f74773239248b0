/** Ends of lines, whoever wrote them. */
const FINS_DE_LIGNE = /\r\n?|[\v\f\u2028\u2029]/g;
/** What copies and spreadsheets leave, and no one sees or meant: zero-width spaces, marks of direction and of byte order. */
const INVISIBLES = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What the register cannot keep, or no one could read again: control characters, halves of characters, and the sign of what was lost in reading. */
const INTERDITS = /[^\P{Cc}\n]|\p{Cs}|\ufffd/u;

/** A text in its canonical form (NFC, ends of lines as `\n`), without what copies leave in it; its lines stay. What it may not hold stays too, to be refused. */
export const nettoyer = (texte: string): string =>
  texte.replace(FINS_DE_LIGNE, '\n').replace(/\t/g, ' ').replace(INVISIBLES, '').normalize('NFC').trim();

/** The same on one line, for a value that has only one. */
export const surUneLigne = (texte: string): string => nettoyer(texte).replace(/\s*\n\s*/g, ' ');

/** The lines of an address, however they are kept apart: a list, « | », or line ends inside a cell. */
export const enLignes = (texte: string): string[] =>
  nettoyer(texte)
    .split(/[|\n]/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');

/** Whether a text, once cleaned, holds a control character, half a character or a lost one: it is refused, never mended in silence. */
export const porteInterdit = (texte: string): boolean => INTERDITS.test(texte);
