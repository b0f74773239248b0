import { and, desc, eq, isNull } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import { tracer } from './audit';
import type { Registre } from './ouvrir';
import { notes } from './schema';

export type Note = typeof notes.$inferSelect;

export interface NoteNouvelle {
  /** Idempotence key: the same one twice is one note. */
  id: string;
  numero: Numero;
  /** That of its author: it alone reads it. */
  agence: string;
  /** Day of the contact. */
  le: DateCivile;
  texte: string;
  auteur: string;
}

/** Writes a note; false when it was there already. The trail holds its id, and not a word of it. */
export async function ajouterNote(registre: Registre, note: NoteNouvelle, maintenant: Date): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const [ajoutee] = await tx
      .insert(notes)
      .values({ ...note, creeeLe: maintenant })
      .onConflictDoNothing({ target: notes.id })
      .returning({ id: notes.id });
    if (ajoutee === undefined) return false;
    const { numero, auteur, id } = note;
    await tracer({ db: tx }, { numero, auteur, acte: 'NOTE_AJOUTER', details: { note: id } }, maintenant);
    return true;
  });
}

/** Withdraws a note of an agency, with the reason; withdrawn already, it stays so. False when the agency has no such note. */
export async function retirerNote(
  registre: Registre,
  { numero, agence, id, auteur, motif }: Pick<NoteNouvelle, 'numero' | 'agence' | 'id' | 'auteur'> & { motif: string },
  maintenant: Date,
): Promise<boolean> {
  const visee = and(eq(notes.id, id), eq(notes.numero, numero), eq(notes.agence, agence));
  return registre.db.transaction(async (tx) => {
    const retirees = await tx
      .update(notes)
      .set({ retireeLe: maintenant, retireePar: auteur, retraitMotif: motif })
      .where(and(visee, isNull(notes.retireeLe)))
      .returning({ id: notes.id });
    if (retirees.length > 0) {
      await tracer({ db: tx }, { numero, auteur, acte: 'NOTE_RETIRER', details: { note: id } }, maintenant);
      return true;
    }
    const [connue] = await tx.select({ id: notes.id }).from(notes).where(visee);
    return connue !== undefined;
  });
}

/**
 * The notes of a dossier, the latest contact first.
 * @param agence whose they are; null for all of them, which the person alone may ask for
 */
export const listerNotes = ({ db }: Registre, numero: Numero, agence: string | null): Promise<Note[]> =>
  db
    .select()
    .from(notes)
    .where(and(eq(notes.numero, numero), agence === null ? undefined : eq(notes.agence, agence)))
    .orderBy(desc(notes.le), desc(notes.creeeLe));
