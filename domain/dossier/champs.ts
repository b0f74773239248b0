/** What a form, a CSV header or the help of the CLI must know of one field, in the words of its reader. */
export interface Champ<Nom extends string = string> {
  nom: Nom;
  /** French label. */
  libelle: string;
  /** One French sentence of help; empty when the label says it all. */
  aide: string;
  genre: 'date' | 'choix' | 'texte' | 'booleen' | 'nombre';
  obligatoire: boolean;
  /** When a field that may be left out may not: "obligatoire pour un CDD". */
  quand?: string;
  /** For a `texte` of several lines: how many characters it takes. */
  longueur?: number;
  /** For `choix`: the values in order, with their French labels. */
  choix?: readonly Choix[];
}

export interface Choix {
  valeur: string;
  libelle: string;
}

/** Turns `{CODE: 'libellé'}` into an ordered list of choices. */
export const enChoix = (libelles: Readonly<Record<string, string>>): Choix[] =>
  Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
