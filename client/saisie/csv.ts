import { assembler } from './assembler';
import { lireCellule, type ModeDates } from './cellule';
import { colonnes, nomsColonnes } from './colonnes';
import { colonnesManquantes, decouper, direAvant, nomProche, type Rang, type Tableau } from './decouper';
import { type Erreur, erreur } from './erreur';
import type { TexteLu } from './texte';

/** One row of a portfolio: a document still to be judged, and what could not even be read of it. */
export interface LignePortefeuille {
  /** Line of the file where it begins, the header being line 1. */
  ligne: number;
  document: Record<string, unknown>;
  erreurs: Erreur[];
}

export interface Portefeuille {
  lignes: LignePortefeuille[];
  /** What concerns the whole file and refuses it. */
  erreurs: Erreur[];
  /** What deserves a look before confirming: columns that nobody reads. */
  avertissements: string[];
}

/** The header of a portfolio, made from the schemas. */
export const entete = (): string => nomsColonnes.join(';');

/** Reads the text of a portfolio, however its spreadsheet wrote it. */
export function lirePortefeuille(lu: TexteLu, mode: ModeDates): Portefeuille {
  const tableau = decouper(lu, nomsColonnes);
  if ('code' in tableau) return { lignes: [], erreurs: [tableau], avertissements: [] };
  const { noms, suite } = tableau;
  const erreurs = verifierEntete(tableau);
  if (erreurs.length > 0) return { lignes: [], erreurs, avertissements: [] };
  return {
    lignes: suite.map((rang) => lireLigne(noms, rang, mode)),
    erreurs: [],
    avertissements: [
      ...direAvant(tableau),
      ...noms.filter((nom) => nom !== '' && !nomsColonnes.includes(nom)).map(colonneIgnoree),
      ...(mode.relativesA === null && suite.some(({ cellules }) => cellules.some(estRelative)) ? [RELATIVES] : []),
    ],
  };
}

function verifierEntete(tableau: Tableau): Erreur[] {
  const { noms } = tableau;
  const doubles = noms.filter((nom, i) => nom !== '' && noms.indexOf(nom) !== i);
  const absentes = colonnes.filter((c) => c.obligatoire && !noms.includes(c.nom)).map((c) => c.nom);
  return [
    ...doubles.map((nom) => erreur(`COLONNE_EN_DOUBLE:${nom}`)),
    ...colonnesManquantes(tableau, absentes, nomsColonnes),
  ];
}

const RELATIVES =
  'Des dates sont écrites comme « J-12 » : elles ne se lisent qu’avec --dates-relatives, pour le portefeuille d’exemple.';
const estRelative = (cellule: string) => /^J[+-]\d+$/.test(cellule.trim());

function colonneIgnoree(nom: string): string {
  const proche = nomProche(nom, nomsColonnes);
  return `La colonne « ${nom} » n’est pas lue${proche ? ` : vouliez-vous écrire « ${proche} » ?` : '.'}`;
}

function lireLigne(noms: string[], { ligne, cellules }: Rang, mode: ModeDates): LignePortefeuille {
  const plat: Record<string, unknown> = {};
  const erreurs: Erreur[] = [];
  for (const [i, brute] of cellules.entries()) {
    const colonne = colonnes.find((c) => c.nom === noms[i]);
    if (colonne === undefined) {
      if (i >= noms.length && brute.trim() !== '') erreurs.push(erreur('TROP_DE_CELLULES'));
      continue;
    }
    const lue = lireCellule(colonne, brute, mode);
    if (lue.erreur) erreurs.push(lue.erreur);
    else if (lue.valeur !== undefined) plat[colonne.nom] = lue.valeur;
  }
  return { ligne, document: assembler(plat), erreurs };
}
