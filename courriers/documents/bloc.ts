import type { Texte } from '../texte';

/** How a state is coloured; its words say it too. */
export type Ton = 'fait' | 'attention' | 'neutre';

/** A named value; null leaves room to write it by hand. */
export interface LigneFiche {
  libelle: string;
  valeur: Texte | null;
}

/** Boxes to tick, after a question or alone. */
export interface Cases {
  question: string;
  choix: { libelle: string; coche: boolean }[];
}

/** What was agreed or said, then ruled lines for what comes. */
export interface Suite {
  titre: string;
  points: Texte[];
  lignes: number;
}

/** A thing with a date: an appointment, filled with what was recorded or left to be filled by hand. */
export interface Carte {
  genre: 'carte';
  titre: string;
  etat: { texte: string; ton: Ton } | null;
  champs: LigneFiche[];
  cases: Cases[];
  suites: Suite[];
}

/** A piece of a document: what it says, never how it looks; `pdf/document.typ` draws each genre. */
export type Bloc =
  | { genre: 'partie'; titre: string; nouvellePage: boolean }
  | { genre: 'intertitre'; titre: string }
  | { genre: 'paragraphe'; texte: Texte }
  | { genre: 'liste'; numerotee: boolean; points: Texte[] }
  | { genre: 'fiche'; champs: LigneFiche[] }
  /** A cell is one paragraph, or a list; `vides` rows are left to be filled. */
  | { genre: 'tableau'; colonnes: { titre: string; part: number }[]; rangees: Texte[][][]; vides: number }
  | Carte
  | { genre: 'encadre'; titre: string; points: Texte[] }
  | { genre: 'colonnes'; colonnes: { titre: string; points: Texte[] }[] }
  /** The scheme of the accompaniment: its phases over its interviews. */
  | { genre: 'parcours'; phases: Phase[]; etapes: Etape[] }
  | { genre: 'sommaire' }
  /** Whole pages of ruled lines. */
  | { genre: 'notes'; titre: string; pages: number }
  | { genre: 'signatures'; qui: string[] };

export interface Phase {
  titre: string;
  sousTitre: string;
  points: Texte[];
}

export interface Etape {
  titre: string;
  quand: Texte;
  texte: Texte;
}

/** A document ready to be laid out. */
export interface Document {
  titre: string;
  /** Under the title: what it covers. */
  sousTitre: string;
  /** Its own page of title; else the title heads the first page. */
  couverture: boolean;
  /** It must hold on one page: its body may shrink a little. */
  unePage: boolean;
  blocs: Bloc[];
}
