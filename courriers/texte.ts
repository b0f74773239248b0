/** A run of text; data is only ever text, never markup. */
export interface Segment {
  texte: string;
  fort?: boolean;
  /** https:, mailto: or tel: */
  lien?: string;
}

/** A paragraph, an item or a cell: the same in text, HTML and PDF. */
export type Texte = readonly Segment[];

type Morceau = string | number | Segment | Texte;

const INSECABLE = '\u00a0';
const FINE = '\u202f';

/** French typography of what we write ourselves: narrow no-break spaces, apostrophes, numbers that keep their unit. */
export function typographie(s: string): string {
  return s
    .replace(/'/g, '’')
    .replace(/ ([;!?»])/g, `${FINE}$1`)
    .replace(/ :/g, `${INSECABLE}:`)
    .replace(/« /g, `«${FINE}`)
    .replace(/(\d) (?=(?:jours?|mois|heures?|%|€))/g, `$1${INSECABLE}`)
    .replace(/(\d) h (?=\d)/g, `$1${INSECABLE}h${INSECABLE}`)
    .replace(/(n°) /g, `$1${INSECABLE}`);
}

/** Line ends and other breaks that would open a new line or a new header. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COUPURES = /[\u0009-\u000d\u0085\u2028\u2029]+/g;
/** Controls, marks that reverse the direction of what follows, invisible characters, non-characters: no name holds one. */
const INVISIBLES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/** Most values: Latin letters and signs, no space at an end, no two spaces in a row. They stay as they are. */
const ORDINAIRE = /^(?!\s)(?:[!-~\u00a1-\u00ac\u00ae-\u017f\u2013\u2019]|[ \u00a0\u202f](?=\S))*$/;

/** What comes from outside, made safe for one line: names, addresses, opening hours. */
export const propre = (s: string): string => (ORDINAIRE.test(s) ? s : nettoyer(s));

const nettoyer = (s: string): string =>
  s.replace(COUPURES, ' ').replace(INVISIBLES, '').normalize('NFC').replace(/ {2,}/g, ' ').trim();

const segments = (m: Morceau): Texte => {
  if (typeof m === 'number') return [{ texte: String(m) }];
  if (typeof m === 'string') return [{ texte: propre(m) }];
  return Array.isArray(m) ? (m as Texte) : [m as Segment];
};

/** The fixed parts of each paragraph, with their typography: written once for the process. */
const fixes = new WeakMap<TemplateStringsArray, string[]>();

function partiesFixes(fixe: TemplateStringsArray): string[] {
  let parties = fixes.get(fixe);
  if (parties === undefined) {
    parties = fixe.map(typographie);
    fixes.set(fixe, parties);
  }
  return parties;
}

/** Writes a paragraph: the fixed parts get their typography, the values stay as they are. */
export function t(fixe: TemplateStringsArray, ...valeurs: Morceau[]): Texte {
  const suite: Segment[] = [];
  partiesFixes(fixe).forEach((partie, i) => {
    const avant = valeurs[i - 1];
    const colle = typeof avant === 'number' ? partie.replace(/^ /, INSECABLE) : partie;
    if (colle !== '') suite.push({ texte: colle });
    if (i < valeurs.length) suite.push(...segments(valeurs[i]!));
  });
  return suite.filter((s) => s.texte !== '');
}

/** What the eye must find first: a date, an amount of days. */
export const fort = (m: string | number | Texte): Texte => segments(m).map((s) => ({ ...s, fort: true }));

/** A link; its text says where it goes, since a letter is read on paper too. */
export const lien = (texte: string, url: string): Segment => ({ texte: propre(texte), lien: url });

/** A number that is called with one touch, and that no line end cuts. */
export const telephone = (numero: string): Segment =>
  estTelephone(numero)
    ? lien(propre(numero).replace(/ /g, INSECABLE), `tel:${numero.replace(/[^+\d]/g, '')}`)
    : { texte: propre(numero) };

/** Whether a telephone number is written as one. */
export const estTelephone = (numero: string): boolean => /^\+?[0-9 .()-]{6,20}$/.test(numero.trim());
export const courriel = (adresse: string): Segment =>
  lien(adresse, `mailto:${encodeURIComponent(adresse).replace('%40', '@')}`);

/** The bare text of a paragraph. */
export const brut = (texte: Texte): string => texte.map((s) => s.texte).join('');

/** Whether what is before a name elides: Odile, Hélène, Yves; a y elides before a consonant only. */
const elide = (nom: string): boolean => /^(?:[aeiouhœæ]|y[^aeiouy])/i.test(nom.normalize('NFD'));

/** "de Claire", "d’Odile". */
export const de = (nom: string): string => (elide(nom) ? `d’${nom}` : `de ${nom}`);

/** "que Claire", "qu’Aliénor". */
export const que = (nom: string): string => (elide(nom) ? `qu’${nom}` : `que ${nom}`);

/** Small words of a town's name, after its first one. */
const PETITS_MOTS = /(?<=[\s-])(?:à|aux?|de|des|du|en|et|la|le|les|lès|sous|sur)(?=[\s-])/giu;

/** "Saint-Étienne", "Bourg-de-Péage", of "BOURG-DE-PÉAGE CEDEX 2": a date names the town, as people write it. */
export function commune(ville: string): string {
  const nue = propre(ville).replace(/ cedex(?: \d+)?$/i, '');
  if (nue !== nue.toLocaleUpperCase('fr')) return nue;
  return nue
    .toLocaleLowerCase('fr')
    .replace(/(?<![\p{L}])\p{L}/gu, (lettre) => lettre.toLocaleUpperCase('fr'))
    .replace(PETITS_MOTS, (mot) => mot.toLocaleLowerCase('fr'));
}

/** The same, at the head of a sentence. */
export const majuscule = (s: string): string => s.charAt(0).toLocaleUpperCase('fr') + s.slice(1);
