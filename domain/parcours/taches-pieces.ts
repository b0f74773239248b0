import { ajouterJours, type DateCivile } from '../calendrier/dates';
import { estDuDebut, type PieceAttendue } from './pieces';

/** Asked for later than that, it is no longer a reminder: the page still says that it is missing. */
const RAPPEL_UTILE_JOURS = 30;

/** What is to be asked for, of the papers that are missing; the four of the beginning have a task of the journey. */
export interface TachesPieces {
  /** To leave in the week of who follows the person. */
  aDeposer: TachePiece[];
  /** Keys of all that are still missing, too late to be a reminder included: their task stays. */
  vivantes: string[];
}

interface TachePiece {
  cle: string;
  type: 'PIECE_ATTENDUE';
  libelle: string;
  echeance: DateCivile;
}

export const clePieceAttendue = (numero: string, piece: Pick<PieceAttendue, 'cle'>): string =>
  `${numero}/PIECE_ATTENDUE/${piece.cle}`;

/** @param recues keys of the papers that someone has */
export function tachesDesPieces(
  numero: string,
  attendues: readonly PieceAttendue[],
  recues: ReadonlySet<string>,
  jour: DateCivile,
): TachesPieces {
  const manquantes = attendues.filter((piece) => !estDuDebut(piece) && !recues.has(piece.cle));
  return {
    aDeposer: manquantes
      .filter(({ pourLe }) => jour <= ajouterJours(pourLe, RAPPEL_UTILE_JOURS))
      .map((piece) => ({
        ...{ cle: clePieceAttendue(numero, piece), type: 'PIECE_ATTENDUE' as const },
        ...{ libelle: piece.aDemander, echeance: piece.pourLe },
      })),
    vivantes: manquantes.map((piece) => clePieceAttendue(numero, piece)),
  };
}
