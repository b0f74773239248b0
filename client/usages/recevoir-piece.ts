import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { estDuDebut, type PieceAttendue, piecesAttendues } from '../../domain/parcours/pieces';
import { clePieceAttendue, tachesDesPieces } from '../../domain/parcours/taches-pieces';
import {
  cloreTaches,
  type DossierInscrit,
  deposerTache,
  inscrirePiece,
  piecesRecues,
  type Registre,
  retirerPiece,
  terminerTache,
  toutOuRien,
} from '../../registre';
import { Refus } from './commun/refus';

/** A paper that arrived, as it is typed: `le` is ISO 8601. */
export interface SaisiePiece {
  cle: string;
  le: string;
}

/** The papers expected of a dossier that has started; none of one that has not. */
export const attenduesDe = ({ situation, ...inscrit }: DossierInscrit, jour: DateCivile): PieceAttendue[] =>
  situation === null ? [] : piecesAttendues({ ...inscrit, situation }, jour);

/**
 * Says that a paper is there, since when: what asked for it is closed. Sent twice, it counts once.
 * @param aujourdhui where the person lives
 * @throws Refus CHAMP_INVALIDE:cle when the facts ask for no such paper; CHAMP_MANQUANT:le, DATE_INVALIDE:le, CHAMP_INVALIDE:le, CARACTERE_INTERDIT
 */
export async function recevoirPiece(
  registre: Registre,
  inscrit: DossierInscrit,
  saisie: SaisiePiece,
  auteur: string,
  aujourdhui: DateCivile,
  maintenant: Date,
): Promise<void> {
  const { valeur, fautes } = lireTextes({ cle: saisie.cle, le: saisie.le });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { numero } = inscrit;
  const attendues = attenduesDe(inscrit, aujourdhui);
  const piece = attendues.find(({ cle }) => cle === valeur.cle);
  if (piece === undefined) throw pasAttendue();
  const recueLe = lireJour(valeur.le, aujourdhui);
  await toutOuRien(registre, async (tx) => {
    await inscrirePiece(tx, { numero, cle: piece.cle, recueLe, auteur }, maintenant);
    await cloreTaches(tx, [clePieceAttendue(numero, piece)], maintenant);
    const recues = new Set((await piecesRecues(tx, numero)).map(({ cle }) => cle));
    // The four of the beginning are one task of the journey, which brings it again as long as nobody did it.
    if (estDuDebut(piece) && attendues.filter(estDuDebut).every(({ cle }) => recues.has(cle)))
      await terminerTache(tx, `${numero}/PIECES_A_REUNIR`, auteur, maintenant);
  });
}

/** Says that a paper is not there after all: it is asked for again. Out already, it stays so. @throws Refus CHAMP_INVALIDE:cle */
export async function retirerLaPiece(
  registre: Registre,
  inscrit: DossierInscrit,
  cle: string,
  auteur: string,
  aujourdhui: DateCivile,
  maintenant: Date,
): Promise<void> {
  const { numero } = inscrit;
  const attendues = attenduesDe(inscrit, aujourdhui).filter((piece) => piece.cle === cle);
  if (attendues.length === 0) throw pasAttendue();
  await toutOuRien(registre, async (tx) => {
    if (!(await retirerPiece(tx, { numero, cle, auteur }, maintenant))) return;
    for (const tache of tachesDesPieces(numero, attendues, new Set(), aujourdhui).aDeposer)
      await deposerTache(tx, { ...tache, numero }, maintenant);
  });
}

const pasAttendue = (): Refus =>
  new Refus([
    {
      code: 'CHAMP_INVALIDE:cle',
      phrase: 'Cette pièce n’est pas attendue de ce dossier : le fait qu’elle prouve a changé ou n’y est pas.',
    },
  ]);

function lireJour(tape: string, aujourdhui: DateCivile): DateCivile {
  const refus = (code: string, dite: string) => new Refus([{ code, phrase: dite }]);
  if (tape === '') throw refus('CHAMP_MANQUANT:le', 'Dites quel jour la pièce est arrivée.');
  const jour = lireDate(tape);
  if (jour === null) throw refus('DATE_INVALIDE:le', phrase(`DATE_INVALIDE:${tape}`));
  if (jour > aujourdhui) throw refus('CHAMP_INVALIDE:le', 'Une pièce reçue ne l’est pas dans l’avenir.');
  return jour;
}
