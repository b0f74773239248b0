import { tropLong } from '../limite';
import { nettoyer, porteInterdit, surUneLigne } from './nettoyer';
import { PROFONDEUR_MAX } from './profondeur';

/** Fields that people write freely, over several lines; every other text has one. */
const LIBRES = [
  'motif',
  'faits',
  'source',
  'notes',
  'texte',
  'parcours',
  'competences',
  'souhaits',
  'recours',
  'jeu',
  'lignes',
];

/** Ten times what the longest of our forms takes; a journey carries its texts for two years. */
export const LONGUEUR_MESSAGE = 2_000;

/** Why a text is not taken. `champ`: the path of its field, or nothing when the field cannot be named. */
export interface FauteDeTexte {
  code: 'CARACTERE_INTERDIT' | 'TEXTE_TROP_LONG' | 'MESSAGE_ILLISIBLE';
  champ: string;
  /** The limit that is passed, with the length given. */
  limite?: string;
}

/** What was read, its texts in canonical form; a text that is not taken stays as it came. */
export interface TextesLus<T> {
  valeur: T;
  fautes: FauteDeTexte[];
}

/**
 * The one door of every text, whatever it comes through (form, address, CSV, JSON, command line, message of a journey): canonical form
 * (NFC, trimmed, on one line unless its field is free), names of fields included. What could not be kept for ever is a fault that names its field.
 * @param longueurMax beyond which a text is refused, in UTF-16 units
 */
export function lireTextes<T>(brut: T, longueurMax = Number.POSITIVE_INFINITY): TextesLus<T> {
  const fautes: FauteDeTexte[] = [];
  const valeur = lire(brut, [], { fautes, longueurMax });
  return { valeur: valeur as T, fautes };
}

/** The code of a fault with the field it speaks of: `CARACTERE_INTERDIT:motif`. */
export const codeDeFaute = ({ code, champ }: Pick<FauteDeTexte, 'code' | 'champ'>): string =>
  champ === '' ? code : `${code}:${champ}`;

interface Lecture {
  fautes: FauteDeTexte[];
  longueurMax: number;
}

function lire(valeur: unknown, chemin: readonly string[], lecture: Lecture): unknown {
  const champ = chemin.join('.');
  if (typeof valeur === 'string') {
    const faute = fauteDe(valeur, lecture.longueurMax);
    if (faute !== null) lecture.fautes.push({ ...faute, champ });
    return faute === null ? canonique(valeur, chemin.at(-1)) : valeur;
  }
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  if (chemin.length > PROFONDEUR_MAX) {
    lecture.fautes.push({ code: 'MESSAGE_ILLISIBLE', champ: '' });
    return valeur;
  }
  if (Array.isArray(valeur)) return valeur.map((element) => lireElement(element, chemin, lecture));
  // Own entries put back as such: a field named `__proto__` stays a field.
  return Object.fromEntries(Object.entries(valeur).map(([nom, reste]) => lireEntree(nom, reste, chemin, lecture)));
}

/** An element goes by the name of its list. */
function lireElement(element: unknown, chemin: readonly string[], lecture: Lecture): unknown {
  // Lists within lists have no name of their own, and must end all the same.
  return Array.isArray(element) ? lire(element, [...chemin, ''], lecture) : lire(element, chemin, lecture);
}

function lireEntree(nom: string, reste: unknown, chemin: readonly string[], lecture: Lecture): [string, unknown] {
  const faute = fauteDe(nom, lecture.longueurMax);
  if (faute !== null) lecture.fautes.push({ ...faute, champ: '' });
  return [faute === null ? surUneLigne(nom) : nom, lire(reste, [...chemin, faute === null ? nom : ''], lecture)];
}

function fauteDe(texte: string, longueurMax: number): Omit<FauteDeTexte, 'champ'> | null {
  const limite = tropLong(texte, longueurMax);
  if (limite !== null) return { code: 'TEXTE_TROP_LONG', limite };
  return porteInterdit(nettoyer(texte)) ? { code: 'CARACTERE_INTERDIT' } : null;
}

const canonique = (texte: string, nom: string | undefined): string =>
  LIBRES.some((libre) => libre === nom) ? nettoyer(texte) : surUneLigne(texte);
