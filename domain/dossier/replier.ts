/** Letters that no accent explains, as people type them who do not have them. */
const LETTRES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  '’': "'",
};

/** Accents once apart from their letter (`NFKD`); vowel signs of other scripts are letters, and stay. */
const ACCENTS = /[\u0300-\u036f]/g;
const SEULES = new RegExp(`[${Object.keys(LETTRES).join('')}]`, 'g');

/**
 * A text as it is looked for and compared: lower case, without accents, ligatures and barred letters undone. What has no Latin letters
 * stays what it is: a name never becomes empty.
 */
export const replier = (texte: string): string =>
  texte
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(SEULES, (lettre) => LETTRES[lettre]!);

/** The words of a folded text, whatever separates them: « Saint-Rémy » and « SAINT REMY » are one. */
export const motsReplies = (texte: string): string =>
  replier(texte)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
