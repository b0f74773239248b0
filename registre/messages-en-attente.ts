import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { Base, Registre, Transaction } from './ouvrir';
import { dossiers, messagesEnAttente } from './schema';
import { cloreTaches } from './taches';

export type MessageEnAttente = typeof messagesEnAttente.$inferSelect;
/** A message for a journey, as its author sent it. */
export type MessageGarde = Omit<MessageEnAttente, 'recuLe' | 'renvois'>;

/**
 * Keeps a message until its journey has it; the same id again changes nothing.
 * @returns what is kept under this id: the message, or the one that came before
 */
export async function garderMessage(
  registre: Registre,
  message: MessageGarde,
  maintenant: Date,
): Promise<MessageGarde> {
  const gardes = await registre.db
    .insert(messagesEnAttente)
    .values({ ...message, recuLe: maintenant })
    .onConflictDoNothing()
    .returning({ id: messagesEnAttente.id });
  if (gardes.length > 0) return message;
  const sienne = and(eq(messagesEnAttente.numero, message.numero), eq(messagesEnAttente.id, message.id));
  const [avant] = await registre.db.select().from(messagesEnAttente).where(sienne);
  // Taken in meanwhile: the journey tells a message delivered twice from another one.
  return avant ?? message;
}

/** Those of these ids wait no more: their journey took them in, or their author knows that it will not. */
export async function retirerMessages(
  registre: Registre,
  numero: Numero,
  ids: readonly string[],
  maintenant: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const retires = await registre.db
    .delete(messagesEnAttente)
    .where(deCesIds(numero, ids))
    .returning({ id: messagesEnAttente.id });
  await cloreAttentes(
    registre,
    numero,
    retires.map(({ id }) => id),
    maintenant,
  );
}

/** The messages of a dossier that have these ids. */
export const deCesIds = (numero: Numero, ids: readonly string[]) =>
  and(eq(messagesEnAttente.numero, numero), inArray(messagesEnAttente.id, [...ids]));

/** Closes what tasks said of messages that wait no more. */
export const cloreAttentes = (
  registre: Registre,
  numero: Numero,
  ids: readonly string[],
  maintenant: Date,
): Promise<void> =>
  cloreTaches(
    registre,
    ids.map((id) => cleEnAttente(numero, id)),
    maintenant,
  );

/** Key of the task that says of a message that its journey does not take it in. */
export const cleEnAttente = (numero: Numero, id: string): string => `${numero}/FAIT_EN_ATTENTE/${id}`;

/** Messages of a dossier that its journey has not taken in yet, the oldest first. */
export const messagesDuDossier = ({ db }: Registre, numero: Numero): Promise<MessageEnAttente[]> =>
  db
    .select()
    .from(messagesEnAttente)
    .where(eq(messagesEnAttente.numero, numero))
    .orderBy(asc(messagesEnAttente.recuLe), asc(messagesEnAttente.id));

/** Older, a message waits for a worker that is not there: nobody is made to wait for it. */
const A_L_INSTANT = sql`interval '10 seconds'`;

/** Ids of the messages, but this one, that just came for a journey that has not taken them in yet. */
export async function autresEnChemin(
  { db }: { db: Base | Transaction },
  numero: Numero,
  id: string,
): Promise<string[]> {
  const autres = await db
    .select({ id: messagesEnAttente.id })
    .from(messagesEnAttente)
    .where(
      and(
        eq(messagesEnAttente.numero, numero),
        ne(messagesEnAttente.id, id),
        sql`${messagesEnAttente.recuLe} > now() - ${A_L_INSTANT}`,
      ),
    );
  return autres.map((autre) => autre.id);
}

/** A dossier as an author's preview saw it: its version, and the messages on their way that she was not made to wait for. */
export interface EtatVu {
  version: number;
  enChemin: readonly string[];
}

/**
 * Keeps a message as {@link garderMessage} does, if its dossier is still as its author saw it: of two people who confirm at the same instant,
 * one is first, and the other is to be told.
 * @returns false when the dossier moved, or another message came for it: nothing is then kept
 */
export const garderSiInchange = (
  registre: Registre,
  message: MessageGarde,
  { version, enChemin }: EtatVu,
  maintenant: Date,
): Promise<boolean> =>
  registre.db.transaction(async (tx) => {
    const { numero, id } = message;
    const visee = eq(dossiers.numero, numero);
    const [dossier] = await tx.select({ version: dossiers.version }).from(dossiers).where(visee).for('no key update');
    if (dossier?.version !== version) return false;
    const autres = await autresEnChemin({ db: tx }, numero, id);
    if (autres.some((autre) => !enChemin.includes(autre))) return false;
    await tx
      .insert(messagesEnAttente)
      .values({ ...message, recuLe: maintenant })
      .onConflictDoNothing();
    return true;
  });

/** A journey takes its messages in at once when it can: younger, one is only on its way. */
const EN_CHEMIN = sql`interval '2 minutes'`;

/**
 * Messages to send again, the oldest first: after two minutes, then each time four times later, so that one which a stuck journey cannot
 * take in costs its history a few events and no more.
 */
export const messagesARenvoyer = (registre: Registre, maintenant: Date, limite: number): Promise<MessageEnAttente[]> =>
  registre.db
    .select()
    .from(messagesEnAttente)
    .where(
      sql`${messagesEnAttente.recuLe} + ${EN_CHEMIN} * power(4, least(${messagesEnAttente.renvois}, 8)) < ${maintenant.toISOString()}::timestamptz`,
    )
    .orderBy(asc(messagesEnAttente.recuLe), asc(messagesEnAttente.id))
    .limit(limite);

/** One of them was sent again. */
export async function noterRenvoi(registre: Registre, { numero, id }: Pick<MessageEnAttente, 'numero' | 'id'>) {
  await registre.db
    .update(messagesEnAttente)
    .set({ renvois: sql`${messagesEnAttente.renvois} + 1` })
    .where(and(eq(messagesEnAttente.numero, numero), eq(messagesEnAttente.id, id)));
}
