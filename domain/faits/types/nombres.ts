const UNITES = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const DIZAINES: Readonly<Record<number, string>> = { 20: 'vingt', 30: 'trente', 40: 'quarante', 50: 'cinquante' };

/** A short number as a sentence writes it: "quatre", "trente", else in figures. */
export const enMots = (n: number): string => UNITES[n] ?? DIZAINES[n] ?? String(n);

/** "quatre mois", "trente jours", "un jour". */
export const compte = (n: number, unite: 'jour' | 'mois'): string =>
  `${enMots(n)} ${unite}${n > 1 && unite === 'jour' ? 's' : ''}`;

const RANGS: Readonly<Record<number, string>> = { 1: 'premier', 4: 'quatrième', 5: 'cinquième', 9: 'neuvième' };

/** "quatrième", "premier". */
export function rangEnMots(n: number): string {
  const mot = enMots(n);
  return RANGS[n] ?? (mot === String(n) ? `${n}e` : `${mot.replace(/e$/, '')}ième`);
}
