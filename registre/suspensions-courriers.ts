import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { tracer } from './audit';
import type { Base, Registre, Transaction } from './ouvrir';
import { courriers, dossiers, suspensionsCourriers } from './schema';

export type SuspensionCourriers = typeof suspensionsCourriers.$inferSelect;

/** What is suspended: the letters of a code, of an agency, of both; all of them when neither is given. */
export interface PorteeSuspension {
  code: string | null;
  agence: string | null;
}

const portee = ({ code, agence }: PorteeSuspension) => sql`
  ${suspensionsCourriers.code} IS NOT DISTINCT FROM ${code} AND ${suspensionsCourriers.agence} IS NOT DISTINCT FROM ${agence}`;

/** Holds letters until they are resumed; returns false when the same ones are suspended already. */
export async function suspendreCourriers(
  registre: Registre,
  suspension: PorteeSuspension & { motif: string; par: string },
  maintenant: Date,
): Promise<boolean> {
  const { par, ...details } = suspension;
  return registre.db.transaction(async (tx) => {
    const neuves = await tx
      .insert(suspensionsCourriers)
      .values({ ...suspension, le: maintenant })
      .onConflictDoNothing()
      .returning({ id: suspensionsCourriers.id });
    if (neuves.length === 0) return false;
    await tracer({ db: tx }, { numero: null, auteur: par, acte: 'SUSPENDRE_COURRIERS', details }, maintenant);
    return true;
  });
}

/** Lifts the suspension of exactly these letters; returns false when there is none. */
export async function reprendreCourriers(
  registre: Registre,
  { motif, par, ...visee }: PorteeSuspension & { motif: string; par: string },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const levees = await tx
      .update(suspensionsCourriers)
      .set({ leveePar: par, leveeLe: maintenant })
      .where(and(portee(visee), isNull(suspensionsCourriers.leveeLe)))
      .returning({ id: suspensionsCourriers.id });
    if (levees.length === 0) return false;
    const details = { ...visee, motif };
    await tracer({ db: tx }, { numero: null, auteur: par, acte: 'REPRENDRE_COURRIERS', details }, maintenant);
    return true;
  });
}

/** Suspensions in force, the oldest first. */
export async function suspensionsEnCours({ db }: { db: Base | Transaction }): Promise<SuspensionCourriers[]> {
  return db
    .select()
    .from(suspensionsCourriers)
    .where(isNull(suspensionsCourriers.leveeLe))
    .orderBy(asc(suspensionsCourriers.le), asc(suspensionsCourriers.id));
}

/** Whether one of these suspensions holds a letter of this code for a dossier of this agency. */
export const estSuspendu = (
  suspensions: readonly PorteeSuspension[],
  { code, agence }: { code: string; agence: string },
): boolean =>
  suspensions.some((s) => (s.code === null || s.code === code) && (s.agence === null || s.agence === agence));

/** A letter that the register holds as RETENU: who must be told once it may leave. */
export interface CourrierTenu {
  cle: string;
  numero: string;
  code: string;
  base: string;
}

/** Letters that were asked for and held, among those of a code, of an agency, of both or of none in particular. */
export async function courriersTenus(registre: Registre, { code, agence }: PorteeSuspension): Promise<CourrierTenu[]> {
  return registre.db
    .select({ cle: courriers.cle, numero: courriers.numero, code: courriers.code, base: courriers.base })
    .from(courriers)
    .innerJoin(dossiers, eq(dossiers.numero, courriers.numero))
    .where(
      and(
        // One that left by one channel of two waits for the other as A_REPRENDRE.
        or(eq(courriers.statut, 'RETENU'), and(eq(courriers.statut, 'A_REPRENDRE'), isNotNull(courriers.partiLe))),
        code === null ? undefined : eq(courriers.code, code),
        agence === null ? undefined : eq(dossiers.agence, agence),
      ),
    )
    .orderBy(asc(courriers.cle));
}
