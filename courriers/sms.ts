import { brut, estTelephone, propre, type Texte } from './texte';

/** GSM 03.38, default alphabet: one septet each. */
const GSM7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension: an escape, then the character. */
const GSM7_ETENDU = '^{}\\[~]|€';

const classe = (signes: string): string => signes.replace(/[\\\]^-]/g, '\\$&');
const ETENDUS = new RegExp(`[${classe(GSM7_ETENDU)}]`, 'g');
/** What neither of them holds. */
const HORS_GSM7 = new RegExp(`[^${classe(GSM7 + GSM7_ETENDU)}]`, 'gu');

/** What phones write in its place; the rest of French loses its accent only. */
const EQUIVALENTS: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  œ: 'oe',
  Œ: 'OE',
};

const estGsm7 = (texte: string): boolean => texte.search(HORS_GSM7) === -1;

/**
 * Writes a text in the alphabet of text messages as far as it goes: a message with a single `ê` or `’` would be sent in UCS-2, at
 * twice the price. Accents that this alphabet has stay; a script that it has not stays too, and the message is then in UCS-2.
 */
export const enGsm7 = (texte: string): string =>
  texte
    .replace(/«[\u00a0\u202f ]?/g, '"')
    .replace(/[\u00a0\u202f ]?»/g, '"')
    .replace(HORS_GSM7, (signe) => {
      const equivalent = EQUIVALENTS[signe] ?? signe;
      const nu = equivalent.normalize('NFD').replace(/\p{M}/gu, '');
      return estGsm7(equivalent) || !estGsm7(nu) ? equivalent : nu;
    });

/** How a message travels: its alphabet, its length in units of it, and the segments it is billed for. */
export interface MesureSms {
  alphabet: 'GSM7' | 'UCS2';
  /** Septets, or 16-bit units. */
  longueur: number;
  segments: number;
}

/** Alone, then each of several: the joint header takes 6 bytes (3GPP TS 23.040). */
const TAILLES = { GSM7: [160, 153], UCS2: [70, 67] } as const;

/** @see 3GPP TS 23.038 for the alphabets, 23.040 for joint messages */
export function mesurer(texte: string): MesureSms {
  const alphabet = estGsm7(texte) ? 'GSM7' : 'UCS2';
  const longueur = texte.length + (alphabet === 'GSM7' ? (texte.match(ETENDUS)?.length ?? 0) : 0);
  const [seul, joint] = TAILLES[alphabet];
  return { alphabet, longueur, segments: longueur <= seul ? 1 : Math.ceil(longueur / joint) };
}

/** What a message of Jalon may cost. */
export const SEGMENTS_MAX = 2;

/** Who signs a message: the agency by its name, or in a few words when its name leaves no room; and whom to call. */
export interface ExpediteurSms {
  agence: string;
  /** CSP or CRP: what the message is about. */
  sigle: string;
  telephone: string;
}

type Signature = (message: string) => string;

function signatures({
  agence,
  sigle,
  telephone,
}: ExpediteurSms): [complet: Signature, bref: Signature, seul: Signature] {
  const nom = propre(agence);
  const entete = nom.includes(sigle) ? nom : `${nom} (${sigle})`;
  const bref = `Votre agence ${sigle}`;
  const appel = estTelephone(telephone) ? ` Contact : ${propre(telephone)}` : '';
  return [
    (message) => `${entete} : ${message}${appel}`,
    (message) => `${bref} : ${message}${appel}`,
    (message) => `${bref} : ${message}`,
  ];
}

/**
 * A text message ready to leave: who writes, what its template says, then whom to call. What would take a segment too many is said in
 * fewer words, then left out rather than cut.
 * @param textes the message, then the same in fewer words
 */
export function composerSms(textes: readonly [Texte, ...Texte[]], expediteur: ExpediteurSms): string {
  const [complet, bref, seul] = signatures(expediteur);
  const messages = textes.map(brut);
  const dernier = messages.at(-1)!;
  // The first that fits is the one written in nearly every case: the others are not worth writing beforehand.
  for (const essai of [...messages.flatMap((m) => [complet(m), bref(m)]), seul(dernier)]) {
    const ecrit = enGsm7(essai);
    if (mesurer(ecrit).segments <= SEGMENTS_MAX) return ecrit;
  }
  return enGsm7(dernier);
}
