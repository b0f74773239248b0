import { CsvError, parse } from 'csv-parse/sync';
import { rapproche } from '../../commun/phrases';
import { assembler } from './assembler';
import { lireCellule, type ModeDates } from './cellule';
import { colonnes, nomsColonnes } from './colonnes';
import { type Erreur, erreur } from './erreur';

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

/** Reads the text of a portfolio; `;` and `,` are accepted, with or without byte order mark, whatever the line ends. */
export function lirePortefeuille(texte: string, mode: ModeDates): Portefeuille {
  const rangs = decouper(texte);
  if ('code' in rangs) return { lignes: [], erreurs: [rangs], avertissements: [] };
  const [tete, ...suite] = rangs;
  if (tete === undefined) return { lignes: [], erreurs: [erreur('FICHIER_VIDE')], avertissements: [] };
  const noms = tete.cellules.map((nom) => nom.trim());
  const erreurs = verifierEntete(noms);
  if (erreurs.length > 0) return { lignes: [], erreurs, avertissements: [] };
  return {
    lignes: suite.map((rang) => lireLigne(noms, rang, mode)),
    erreurs: [],
    avertissements: [
      ...noms.filter((nom) => nom !== '' && !nomsColonnes.includes(nom)).map(colonneIgnoree),
      ...(mode.relativesA === null && suite.some(({ cellules }) => cellules.some(estRelative)) ? [RELATIVES] : []),
    ],
  };
}

export interface Rang {
  ligne: number;
  cellules: string[];
}

/** The rows of a CSV with the line each begins on; `;` and `,` are accepted, whatever the line ends. */
export function decouper(texte: string): Rang[] | Erreur {
  try {
    const lus = parse(texte, {
      bom: true,
      delimiter: separateur(texte),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return lus.map(({ record, info }) => ({ cellules: record, ligne: info.lines - sautsDeLigne(record) }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const ligne = (cause as { lines?: number }).lines;
    return erreur(
      'FICHIER_ILLISIBLE',
      `Le fichier n’est pas un CSV bien écrit${ligne ? `, vers la ligne ${ligne}` : ''} : un guillemet est mal fermé.`,
    );
  }
}

/** A cell may hold line ends: the parser counts the last line of a record, people look for the first. */
const sautsDeLigne = (cellules: string[]) => cellules.join('').split('\n').length - 1;

const separateur = (texte: string): string => {
  const tete = texte.split('\n', 1)[0] ?? '';
  return tete.split(';').length >= tete.split(',').length ? ';' : ',';
};

function verifierEntete(noms: string[]): Erreur[] {
  const doubles = noms.filter((nom, i) => nom !== '' && noms.indexOf(nom) !== i);
  const absentes = colonnes.filter((c) => c.obligatoire && !noms.includes(c.nom));
  return [
    ...doubles.map((nom) => erreur(`COLONNE_EN_DOUBLE:${nom}`)),
    ...absentes.map((c) => erreur(`COLONNE_MANQUANTE:${c.nom}`)),
  ];
}

const RELATIVES =
  'Des dates sont écrites comme « J-12 » : elles ne se lisent qu’avec --dates-relatives, pour le portefeuille d’exemple.';
const estRelative = (cellule: string) => /^J[+-]\d+$/.test(cellule.trim());

function colonneIgnoree(nom: string): string {
  const proche = rapproche(nom, nomsColonnes);
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
