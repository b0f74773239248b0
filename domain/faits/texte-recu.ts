import { tropLong } from '../dossier/limite';
import { phrase } from './erreurs';

/** What the register keeps of a text: neither control characters nor broken pairs; a free text may run over several lines. */
const INTERDITS = /[\p{Cc}\p{Cs}]/u;
const INTERDITS_LIBRES = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** Fields that people write freely. */
const LIBRES = ['motif', 'source'];

/** Ten times what the longest of our forms takes; a journey carries its texts for two years. */
const LONGUEUR_MAX = 2_000;
/** Our deepest message has four levels: beyond, it is no message of ours. */
const PROFONDEUR_MAX = 10;

export type TextesLus = { ok: true; valeur: unknown } | { ok: false; code: CodeTexte; phrase: string };
type CodeTexte = 'CARACTERE_INTERDIT' | 'TEXTE_TROP_LONG' | 'MESSAGE_ILLISIBLE';

class Interdit extends Error {
  constructor(
    readonly code: CodeTexte,
    phraseDite = phrase(code),
  ) {
    super(phraseDite);
  }
}

/**
 * Every text of what comes from outside, names of fields included, in canonical form (NFC, ends of lines as `\n`): what could not be
 * kept for ever is refused at the door.
 */
export function lireTextes(brut: unknown): TextesLus {
  try {
    return { ok: true, valeur: lire(brut, '', 0) };
  } catch (erreur) {
    if (erreur instanceof Interdit) return { ok: false, code: erreur.code, phrase: erreur.message };
    throw erreur;
  }
}

function lire(valeur: unknown, champ: string, profondeur: number): unknown {
  if (profondeur > PROFONDEUR_MAX) throw new Interdit('MESSAGE_ILLISIBLE');
  if (typeof valeur === 'string') return lireTexte(valeur, LIBRES.includes(champ) ? INTERDITS_LIBRES : INTERDITS);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  if (Array.isArray(valeur)) return valeur.map((element) => lire(element, champ, profondeur + 1));
  // Own entries put back as such: a field named `__proto__` stays a field.
  return Object.fromEntries(
    Object.entries(valeur).map(([nom, reste]) => [lireTexte(nom, INTERDITS), lire(reste, nom, profondeur + 1)]),
  );
}

function lireTexte(brut: string, interdits: RegExp): string {
  const long = tropLong(brut, LONGUEUR_MAX);
  if (long !== null) throw new Interdit('TEXTE_TROP_LONG', `Un texte est trop long : ${long}.`);
  const texte = brut.replace(/\r\n?/g, '\n').normalize('NFC');
  if (interdits.test(texte)) throw new Interdit('CARACTERE_INTERDIT');
  return texte;
}
