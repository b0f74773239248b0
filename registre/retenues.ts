import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { tracer } from './audit';
import type { Base, Registre, Transaction } from './ouvrir';
import { retenues } from './schema';

export type Retenue = typeof retenues.$inferSelect;

export interface RetenueDemandee {
  cle: string;
  numero: Numero;
  /** Why, for whoever will wonder. */
  motif: string;
  /** Account: an id, never a name. */
  par: string;
}

/** Holds one letter, prepared or not; returns false when someone holds it already. */
export async function retenir(registre: Registre, demandee: RetenueDemandee, maintenant: Date): Promise<boolean> {
  const { cle, numero, par } = demandee;
  return registre.db.transaction(async (tx) => {
    const neuves = await tx
      .insert(retenues)
      .values({ ...demandee, le: maintenant })
      .onConflictDoNothing()
      .returning({ id: retenues.id });
    if (neuves.length === 0) return false;
    await tracer({ db: tx }, { numero, auteur: par, acte: 'RETENIR_COURRIER', details: { cle } }, maintenant);
    return true;
  });
}

/** Lets a held letter go; returns its dossier, null when nobody held it. */
export async function liberer(
  registre: Registre,
  cle: string,
  par: string,
  maintenant: Date,
): Promise<{ numero: Numero } | null> {
  return registre.db.transaction(async (tx) => {
    const [levee] = await tx
      .update(retenues)
      .set({ leveePar: par, leveeLe: maintenant })
      .where(and(eq(retenues.cle, cle), isNull(retenues.leveeLe)))
      .returning({ numero: retenues.numero });
    if (!levee) return null;
    const { numero } = levee;
    await tracer({ db: tx }, { numero, auteur: par, acte: 'LIBERER_COURRIER', details: { cle } }, maintenant);
    return { numero };
  });
}

/** Letters held now, of one dossier or of all. */
export async function retenuesEnCours(registre: Registre, numero?: Numero): Promise<Retenue[]> {
  return registre.db
    .select()
    .from(retenues)
    .where(and(isNull(retenues.leveeLe), numero === undefined ? undefined : eq(retenues.numero, numero)))
    .orderBy(asc(retenues.le), asc(retenues.id));
}

/** The question of who holds this letter. */
export const retenueDe = (db: Base | Transaction, cle: string) =>
  db
    .select({ id: retenues.id })
    .from(retenues)
    .where(and(eq(retenues.cle, cle), isNull(retenues.leveeLe)));
