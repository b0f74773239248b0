import { douteux, faux, juste, type Normaliseur } from './jugement';

const FORMES = 'formes acceptées : 59000 ; pour l’étranger, précédé du pays, B-1000';

/** A post code: five digits in France; abroad, preceded by the letters of its country. A zero that a spreadsheet took away is offered. */
export const normaliserCodePostal: Normaliseur<string> = (lu) => {
  const code = lu
    .replace(/[\s\u2010-\u2015]/g, (c) => (/\s/.test(c) ? '' : '-'))
    .toUpperCase()
    .replace(/^FR?-?(?=\d)/, '');
  if (/^\d{5}$/.test(code) || /^[A-Z]{1,3}-[0-9A-Z-]{2,8}$/.test(code)) return juste(code);
  const entier = code.replace(/[.,]0+$/, '');
  const refus = (pourquoi: string) => `« ${lu.trim()} » ${pourquoi} (${FORMES})`;
  if (/^[1-9]\d{3}$/.test(entier))
    return douteux(`0${entier}`, refus(`a perdu son zéro : vouliez-vous écrire 0${entier} ?`));
  if (/^\d{5}$/.test(entier))
    return douteux(entier, refus(`est écrit comme un nombre : vouliez-vous écrire ${entier} ?`));
  return faux(refus('n’est pas un code postal'));
};
