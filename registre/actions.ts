import { and, asc, eq, isNull } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import type { ActionPlan } from '../domain/rendez-vous/rendez-vous';
import { tracer } from './audit';
import type { Registre, Transaction } from './ouvrir';
import { actions } from './schema';

/** A line of the shared action plan, and the appointment where it was agreed. */
export interface ActionInscrite extends ActionPlan {
  pourLe: DateCivile | null;
  faiteLe: DateCivile | null;
  rendezVous: string | null;
  /** UTC instant, ISO 8601. */
  creeLe: string;
}

export interface ActionNouvelle {
  /** Idempotence key: the same one twice is one line. */
  id: string;
  numero: Numero;
  rendezVous: string | null;
  quoi: string;
  pourLe: DateCivile | null;
}

/** Writes lines in a transaction under way. @returns the ids of those that were not there */
export async function inscrireActions(
  tx: Transaction,
  lignes: readonly ActionNouvelle[],
  maintenant: Date,
): Promise<string[]> {
  if (lignes.length === 0) return [];
  const inscrites = await tx
    .insert(actions)
    .values(lignes.map((ligne) => ({ ...ligne, creeLe: maintenant })))
    .onConflictDoNothing({ target: actions.id })
    .returning({ id: actions.id });
  return inscrites.map((ligne) => ligne.id);
}

/** Adds a line to the plan; false when it was there already. */
export async function ajouterAction(
  registre: Registre,
  action: ActionNouvelle,
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const [id] = await inscrireActions(tx, [action], maintenant);
    if (id === undefined) return false;
    const details = { action: id, rendezVous: action.rendezVous };
    await tracer({ db: tx }, { numero: action.numero, auteur, acte: 'ACTION_AJOUTER', details }, maintenant);
    return true;
  });
}

/** Marks a line of a dossier done on a day; the first one to say so is kept. False when the dossier has no such line. */
export async function faireAction(
  registre: Registre,
  { numero, id, le }: { numero: Numero; id: string; le: DateCivile },
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  const visee = and(eq(actions.id, id), eq(actions.numero, numero));
  return registre.db.transaction(async (tx) => {
    const faites = await tx
      .update(actions)
      .set({ faiteLe: le })
      .where(and(visee, isNull(actions.faiteLe)))
      .returning({ id: actions.id });
    if (faites.length > 0) {
      await tracer({ db: tx }, { numero, auteur, acte: 'ACTION_FAITE', details: { action: id, le } }, maintenant);
      return true;
    }
    const [connue] = await tx.select({ id: actions.id }).from(actions).where(visee);
    return connue !== undefined;
  });
}

/** What an author had under her eyes of a line: another one is not touched. */
export type ActionVue = Pick<ActionInscrite, 'quoi' | 'pourLe'> & { numero: Numero; id: string };

const vue = ({ numero, id, quoi, pourLe }: ActionVue) =>
  and(
    eq(actions.id, id),
    eq(actions.numero, numero),
    eq(actions.quoi, quoi),
    pourLe === null ? isNull(actions.pourLe) : eq(actions.pourLe, pourLe),
  );

/** Rewrites a line of the plan; false when it is not, or no longer, the one that was seen. */
export async function changerAction(
  registre: Registre,
  action: ActionVue,
  voulue: Pick<ActionInscrite, 'quoi' | 'pourLe'>,
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const [changee] = await tx.update(actions).set(voulue).where(vue(action)).returning({ id: actions.id });
    if (changee === undefined) return false;
    const { numero, id } = action;
    await tracer({ db: tx }, { numero, auteur, acte: 'ACTION_CHANGER', details: { action: id } }, maintenant);
    return true;
  });
}

/** Takes a line out of the plan; false when it is not, or no longer, the one that was seen. */
export async function retirerAction(
  registre: Registre,
  action: ActionVue,
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const [retiree] = await tx.delete(actions).where(vue(action)).returning({ id: actions.id });
    if (retiree === undefined) return false;
    const { numero, id } = action;
    await tracer({ db: tx }, { numero, auteur, acte: 'ACTION_RETIRER', details: { action: id } }, maintenant);
    return true;
  });
}

/** The plan of a dossier, in the order in which its lines were agreed. */
export async function listerActions(registre: Registre, numero: Numero): Promise<ActionInscrite[]> {
  const lignes = await registre.db
    .select()
    .from(actions)
    .where(eq(actions.numero, numero))
    .orderBy(asc(actions.creeLe), asc(actions.id));
  return lignes.map(({ numero: _numero, creeLe, ...ligne }) => ({ ...ligne, creeLe: creeLe.toISOString() }));
}
