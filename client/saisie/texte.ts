import { isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';
import { type Erreur, erreur } from './erreur';

export type Codage = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'Macintosh';

/** The text of a file, and how its bytes were understood. */
export interface TexteLu {
  texte: string;
  codage: Codage;
}

/** What a spreadsheet or a disk leaves in a file, and nobody typed: a text file has no use for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const PERDUS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** First bytes of what is no text: a workbook of today (a zip) and of before 2007. */
const CLASSEURS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The text of a file as spreadsheets write them: UTF-8, UTF-16 both ways, each with or without its mark, else Windows-1252 (what a French
 * Excel saves under "CSV") or Macintosh, whichever gives French. Ends of lines become `\n`.
 */
export function lireTexte(octets: Uint8Array): TexteLu | Erreur {
  const tampon = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  if (CLASSEURS.some((debut) => debut.every((octet, i) => tampon[i] === octet))) return erreur('FICHIER_CLASSEUR');
  const lu = decoder(tampon);
  return {
    ...lu,
    texte: lu.texte
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .replace(PERDUS, ''),
  };
}

function decoder(octets: Buffer): TexteLu {
  const utf16 = sensUtf16(octets);
  if (utf16 !== null) return { texte: decode(octets, utf16), codage: 'UTF-16' };
  if (isUtf8(octets)) return { texte: octets.toString('utf8'), codage: 'UTF-8' };
  const windows = decode(octets, 'win1252');
  const macintosh = decode(octets, 'macintosh');
  return francais(macintosh) > francais(windows)
    ? { texte: macintosh, codage: 'Macintosh' }
    : { texte: windows, codage: 'Windows-1252' };
}

/** By its mark, else by the zeros that every other byte of a Western text holds. */
function sensUtf16(octets: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [premier, second] = octets;
  if (premier === 0xff && second === 0xfe) return 'utf-16le';
  if (premier === 0xfe && second === 0xff) return 'utf-16be';
  const debut = octets.subarray(0, 4_096);
  const zeros = [0, 0];
  for (const [i, octet] of debut.entries()) if (octet === 0) zeros[i % 2]! += 1;
  const [pairs, impairs] = zeros as [number, number];
  if (Math.max(pairs, impairs) < debut.length / 4 || Math.min(pairs, impairs) > debut.length / 20) return null;
  return impairs > pairs ? 'utf-16le' : 'utf-16be';
}

const COURANTES = /[éèêëàâçîïôùûüœ’]/g;
const POSSIBLES = /[ÉÈÊËÀÂÇÎÏÔÙÛÜŒæÆ«»°–—€\u00a0]/g;
const RARES = /[^\x20-\x7e\n\r\téèêëàâçîïôùûüœ’ÉÈÊËÀÂÇÎÏÔÙÛÜŒæÆ«»°–—€\u00a0]|(?<=\p{Ll})\p{Lu}/gu;

/** How much a text looks like French: its accents count for it, what stands in no French word against it. */
const francais = (texte: string): number =>
  2 * compter(texte, COURANTES) + compter(texte, POSSIBLES) - 2 * compter(texte, RARES);

const compter = (texte: string, motif: RegExp): number => texte.match(motif)?.length ?? 0;
