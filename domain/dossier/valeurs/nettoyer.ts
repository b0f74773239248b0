/** Ends of lines, whoever wrote them. */
const FINS_DE_LIGNE = /\r\n?|[\v\f\u2028\u2029]/g;
/** What is neither seen nor meant: control characters, zero-width spaces, marks of direction and of byte order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const INVISIBLES = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text without what spreadsheets and copies leave in it; its lines stay. What a wrong decoding leaves (C1, U+FFFD) is not hidden. */
export const nettoyer = (texte: string): string =>
  texte.replace(FINS_DE_LIGNE, '\n').replace(/\t/g, ' ').replace(INVISIBLES, '').normalize('NFC');

/** The same on one line, for a value that has only one. */
export const surUneLigne = (texte: string): string =>
  nettoyer(texte)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** The lines of an address, however they are kept apart: a list, « | », or line ends inside a cell. */
export const enLignes = (texte: string): string[] =>
  nettoyer(texte)
    .split(/[|\n]/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
