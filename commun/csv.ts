import { stringify } from 'csv-stringify/sync';

// What a French spreadsheet opens as it is; a text that looks like a formula stays text, and every field is quoted.
const FORMAT = { delimiter: ';', record_delimiter: '\r\n', quoted: true, escape_formulas: true } as const;

/** Rows of a file that spreadsheets open. */
export const lignesCsv = (lignes: readonly (readonly (string | number)[])[]): string => stringify([...lignes], FORMAT);

/** The head of such a file: the mark by which they know its encoding, then the names of its columns. */
export const enteteCsv = (colonnes: readonly string[]): string => `\ufeff${lignesCsv([colonnes])}`;
