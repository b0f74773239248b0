import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { douteux, faux, type Jugement, juste, type Normaliseur } from './jugement';

/** Numbering plan of each residence. Their blocks do not overlap: 0692 is La Réunion from wherever it is dialled. */
const PLANS: Record<string, CountryCode> = {
  metropole: 'FR',
  guadeloupe: 'GP',
  martinique: 'MQ',
  guyane: 'GF',
  'la-reunion': 'RE',
  mayotte: 'YT',
  'saint-pierre-et-miquelon': 'PM',
  'saint-barthelemy': 'BL',
  'saint-martin': 'MF',
};

/** The block that Arcep keeps for fiction (decision 2018-0881, 2.5.12), which no numbering plan of a library knows. */
const FICTION = /^\+3363998\d{4}$/;

/** A telephone line: as it is dialled from anywhere, as it is written, and whether it takes SMS. */
export interface LigneTelephonique {
  /** `+33639980001`. */
  international: string;
  /** `06 39 98 00 01` for a number of the mainland, `+262 692 00 12 12` for any other. */
  ecrit: string;
  sms: boolean;
}

const SMS: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

/** The line that a text names beyond doubt, or null. */
export function ligneTelephonique(texte: string, residence = 'metropole'): LigneTelephonique | null {
  const chiffres = composer(texte);
  return chiffres === null ? null : reconnaitre(chiffres, residence);
}

/** What is dialled, without what people put between digits; null for what no telephone dials. */
function composer(texte: string): string | null {
  const compose = texte
    .replace(/^\s*tel:/i, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-\u2010-\u2015\u2212]/g, '')
    .replace(/^00/, '+')
    .replace('+330', '+33');
  return /^\+?\d{6,15}$/.test(compose) ? compose : null;
}

function reconnaitre(compose: string, residence: string): LigneTelephonique | null {
  if (compose.startsWith('+')) return decrire(parsePhoneNumberFromString(compose));
  const chezElle = PLANS[residence];
  // Six digits make a number where that is how they are dialled; ten begin with the zero of the whole French network.
  if (chezElle === 'PM' && compose.length === 6) return decrire(parsePhoneNumberFromString(compose, 'PM'));
  if (!/^0\d{9}$/.test(compose)) return null;
  for (const plan of [chezElle, ...Object.values(PLANS)]) {
    const ligne = decrire(parsePhoneNumberFromString(compose, plan));
    if (ligne !== null) return ligne;
  }
  return null;
}

function decrire(numero: PhoneNumber | undefined): LigneTelephonique | null {
  if (numero === undefined) return null;
  const fiction = FICTION.test(numero.number);
  if (!fiction && !numero.isValid()) return null;
  const ecrit = numero.countryCallingCode === '33' ? numero.formatNational() : numero.formatInternational();
  return { international: numero.number, ecrit, sms: fiction || SMS.includes(numero.getType()) };
}

const FORMES = 'formes acceptées : 06 39 98 00 00, +33 6 39 98 00 00, 0692 00 00 00, +262 692 00 00 00';

/**
 * A telephone as people write it (spaces of all kinds, dots, `(0)`, `00`), with the territory of the residence. A zero or a `+` that a
 * spreadsheet took away, a number of overseas under `+33`, are offered and not taken.
 */
export const normaliserTelephone: Normaliseur<string> = (lu, { residence = 'metropole' }): Jugement<string> => {
  const compose = composer(lu);
  const refus = (pourquoi: string) => `« ${lu.trim()} » ${pourquoi} (${FORMES})`;
  if (compose === null) return faux(refus('n’est pas un numéro de téléphone'));
  const ligne = reconnaitre(compose, residence);
  if (ligne !== null)
    return ligne.sms ? juste(ligne.ecrit) : juste(ligne.ecrit, `le ${ligne.ecrit} ne reçoit pas de SMS`);
  for (const [essai, pourquoi] of corrections(compose)) {
    const voulue = reconnaitre(essai, residence);
    if (voulue !== null) return douteux(voulue.ecrit, refus(`${pourquoi} : vouliez-vous écrire ${voulue.ecrit} ?`));
  }
  return faux(refus('n’est pas un numéro qui existe'));
};

const corrections = (compose: string): [string, string][] => [
  ...(/^[1-9]\d{8}$/.test(compose) ? [[`0${compose}`, 'a perdu son zéro'] as [string, string]] : []),
  ...(/^[1-9]\d{9,}$/.test(compose) ? [[`+${compose}`, 'a perdu son « + »'] as [string, string]] : []),
  ...(/^\+33\d{9}$/.test(compose) ? [[`0${compose.slice(3)}`, 'n’est pas de métropole'] as [string, string]] : []),
];
