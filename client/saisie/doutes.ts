import { isUtf8 } from 'node:buffer';
import { encode } from 'iconv-lite';

/** Why a text was probably read in another encoding than it was written in, and what it said if that can be told exactly. */
export interface Doute {
  pourquoi: string;
  repare: string | null;
}

/** C1 controls, the sign of what could not be decoded, halves of characters. */
const PERDU = /[\u0080-\u009f\ufffd]|\p{Cs}/u;
/** Letters and signs that a text of ours could hold: what is repaired must be made of them. */
const PLAUSIBLE = /^[\u00a0-\u024f\u1e00-\u1eff\u2010-\u2044\u20ac\u2122]+$/;

/** What deserves a doubt in a text that was decoded; null when nothing does. */
export function douter(texte: string): Doute | null {
  const repare = relire(texte);
  if (repare !== texte) {
    return PERDU.test(repare)
      ? { pourquoi: 'il a été écrit dans un codage et lu dans un autre', repare: null }
      : { pourquoi: `il a été lu deux fois, c’était sans doute « ${repare} »`, repare };
  }
  return PERDU.test(texte)
    ? { pourquoi: 'il contient des caractères perdus au décodage, qu’aucun nom ne porte', repare: null }
    : null;
}

/** « Ã© » is « é » whose two bytes were read as two letters: undone where the bytes are UTF-8 beyond doubt. */
const relire = (texte: string): string => texte.replace(/[^\x20-\x7f\n]{2,}/g, (suite) => enUtf8(suite) ?? suite);

function enUtf8(suite: string): string | null {
  const octets = Buffer.from([...suite].flatMap(octet));
  if (octets.includes(0x3f) || !isUtf8(octets)) return null;
  const lu = octets.toString('utf8');
  return PLAUSIBLE.test(lu) ? lu : null;
}

/** The byte of Windows-1252 behind a letter; `?` when it has none. What Windows-1252 leaves unused is read as itself. */
const octet = (lettre: string): number[] =>
  /[\u0080-\u009f]/.test(lettre) ? [lettre.charCodeAt(0)] : [...encode(lettre, 'win1252')];
