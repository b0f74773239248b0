import { CsvError, parse } from 'csv-parse/sync';
import { rapproche } from '../../commun/phrases';
import { simplifier } from './cellule';
import { type Erreur, erreur } from './erreur';
import type { Codage, TexteLu } from './texte';

export interface Rang {
  /** Line of the file where it begins, counted from 1. */
  ligne: number;
  cellules: string[];
}

/** A CSV as it was understood. */
export interface Tableau {
  /** Names of the columns, as they are written. */
  noms: string[];
  ligneEnTete: number;
  suite: Rang[];
  separateur: Separateur;
  codage: Codage;
  /** What stands above the header and is not read. */
  avant: Rang[];
}

const SEPARATEURS = [';', ',', '\t'] as const;
type Separateur = (typeof SEPARATEURS)[number];

/** A title and a blank line or two: beyond, it is no header that is looked for. */
const LIGNES_AVANT = 10;

/**
 * The rows of a CSV, its separator (`;`, `,`, a tab, or what `sep=` says) and its header being those that give the most columns that
 * are known.
 * @param connus names of the columns that the reader knows
 */
export function decouper({ texte, codage }: TexteLu, connus: readonly string[]): Tableau | Erreur {
  const annonce = /^sep=(.)\s*\n/i.exec(texte)?.[1];
  const corps = annonce === undefined ? texte : `\n${texte.slice(texte.indexOf('\n') + 1)}`;
  const impose = SEPARATEURS.find((s) => s === annonce);
  const lues = corps.split('\n').slice(0, LIGNES_AVANT);
  const compte = (ligne: string, s: Separateur) => ligne.split(s).filter((nom) => connus.includes(denuder(nom))).length;
  const note = (s: Separateur) =>
    Math.max(...lues.map((ligne) => compte(ligne, s))) * 1_000 + (lues[0] ?? '').split(s).length;
  const separateur = impose ?? SEPARATEURS.reduce((a, b) => (note(b) > note(a) ? b : a));
  const rangs = lireRangs(corps, separateur);
  if ('code' in rangs) return rangs;
  if (rangs.length === 0) return erreur('FICHIER_VIDE');
  const connues = rangs.slice(0, LIGNES_AVANT).map((r) => r.cellules.filter((n) => connus.includes(n.trim())).length);
  // A title holds one cell or so: only a row of several known names is a header further down.
  const rang = connues[0]! >= 2 ? 0 : Math.max(0, connues.indexOf(Math.max(2, ...connues)));
  const tete = rangs[rang]!;
  return {
    noms: tete.cellules.map((nom) => nom.trim()),
    ligneEnTete: tete.ligne,
    suite: rangs.slice(rang + 1),
    separateur,
    codage,
    avant: rangs.slice(0, rang),
  };
}

const denuder = (nom: string) => nom.trim().replace(/^"(.*)"$/, '$1');

function lireRangs(texte: string, delimiter: Separateur): Rang[] | Erreur {
  try {
    const lus = parse(texte, {
      delimiter,
      record_delimiter: '\n',
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

/** Lines above the header, said: they may have been meant. */
export const direAvant = ({ avant }: Tableau): string[] =>
  avant.map(
    ({ ligne, cellules }) =>
      `La ligne ${ligne} (« ${cellules.filter((c) => c.trim() !== '').join(' ')} ») est au-dessus de l’en-tête et n’est pas lue.`,
  );

const NOMS: Record<Separateur, string> = { ';': '« ; »', ',': '« , »', '\t': 'la tabulation' };
const COLONNES_CITEES = 6;

/** Columns that are missing: first how the file was understood and which names come near, then each of them. */
export function colonnesManquantes(tableau: Tableau, absentes: readonly string[], connus: readonly string[]): Erreur[] {
  if (absentes.length === 0) return [];
  const { noms, ligneEnTete, separateur, codage } = tableau;
  const cites = noms.slice(0, COLONNES_CITEES).join(', ') + (noms.length > COLONNES_CITEES ? '…' : '');
  const proches = noms.flatMap((nom) => {
    const proche = connus.includes(nom) ? null : nomProche(nom, connus);
    return proche === null ? [] : [`« ${nom} » pour « ${proche} »`];
  });
  const vus = proches.length === 0 ? '' : ` Noms proches : ${proches.join(', ')}.`;
  const compris = `Le fichier a été lu en ${codage}, séparateur ${NOMS[separateur]}, en-tête à la ligne ${ligneEnTete} (${cites}).${vus}`;
  return [erreur('EN_TETE_INCOMPLET', compris), ...absentes.map((nom) => erreur(`COLONNE_MANQUANTE:${nom}`))];
}

/** The known name that a misspelt one stands for: a letter or two apart, or without its accents, its case, what stands before its dot. */
export function nomProche(nom: string, connus: readonly string[]): string | null {
  const mot = simplifier(nom);
  const bout = (connu: string) => connu.slice(connu.indexOf('.') + 1);
  return (
    connus.find((connu) => mot !== '' && (simplifier(connu) === mot || simplifier(bout(connu)) === mot)) ??
    rapproche(nom, connus)
  );
}
