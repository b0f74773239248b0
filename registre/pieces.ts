import { and, asc, eq } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import { tracer } from './audit';
import type { Base, Transaction } from './ouvrir';
import { pieces } from './schema';

/** A paper that someone has. */
export interface PieceRecue {
  /** @see PieceAttendue */
  cle: string;
  recueLe: DateCivile;
  /** Account that said so. */
  auteur: string;
}

/** The papers of a dossier that someone has. */
export async function piecesRecues({ db }: { db: Base | Transaction }, numero: Numero): Promise<PieceRecue[]> {
  return db
    .select({ cle: pieces.cle, recueLe: pieces.recueLe, auteur: pieces.auteur })
    .from(pieces)
    .where(eq(pieces.numero, numero))
    .orderBy(asc(pieces.enregistreeLe), asc(pieces.cle));
}

/** Says that a paper is there; the first to say so is kept. False when it was said already. */
export async function inscrirePiece(
  tx: { db: Base | Transaction },
  { numero, ...piece }: PieceRecue & { numero: Numero },
  maintenant: Date,
): Promise<boolean> {
  const inscrites = await tx.db
    .insert(pieces)
    .values({ numero, ...piece, enregistreeLe: maintenant })
    .onConflictDoNothing()
    .returning({ cle: pieces.cle });
  if (inscrites.length === 0) return false;
  const { cle, recueLe, auteur } = piece;
  await tracer(tx, { numero, auteur, acte: 'PIECE_RECUE', details: { piece: cle, le: recueLe } }, maintenant);
  return true;
}

/** Says that a paper is not there after all. False when nobody said that it was. */
export async function retirerPiece(
  tx: { db: Base | Transaction },
  { numero, cle, auteur }: { numero: Numero; cle: string; auteur: string },
  maintenant: Date,
): Promise<boolean> {
  const retirees = await tx.db
    .delete(pieces)
    .where(and(eq(pieces.numero, numero), eq(pieces.cle, cle)))
    .returning({ cle: pieces.cle });
  if (retirees.length === 0) return false;
  await tracer(tx, { numero, auteur, acte: 'PIECE_RETIREE', details: { piece: cle } }, maintenant);
  return true;
}
