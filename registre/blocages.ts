import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { tracer } from './audit';
import type { Base, Registre, Transaction } from './ouvrir';
import { blocages, courriers, dossiers } from './schema';

export type Blocage = typeof blocages.$inferSelect;

/** What is blocked: the letters of a code, of an agency, of both; all of them when neither is given. */
export interface PorteeBlocage {
  code: string | null;
  agence: string | null;
}

const portee = ({ code, agence }: PorteeBlocage) => sql`
  ${blocages.code} IS NOT DISTINCT FROM ${code} AND ${blocages.agence} IS NOT DISTINCT FROM ${agence}`;

/** Holds letters until they are let go; returns false when the same ones are blocked already. */
export async function bloquerCourriers(
  registre: Registre,
  blocage: PorteeBlocage & { motif: string; par: string },
  maintenant: Date,
): Promise<boolean> {
  const { par, ...details } = blocage;
  return registre.db.transaction(async (tx) => {
    const neuves = await tx
      .insert(blocages)
      .values({ ...blocage, le: maintenant })
      .onConflictDoNothing()
      .returning({ id: blocages.id });
    if (neuves.length === 0) return false;
    await tracer({ db: tx }, { numero: null, auteur: par, acte: 'SUSPENDRE_COURRIERS', details }, maintenant);
    return true;
  });
}

/** Lifts the blocage of exactly these letters; returns false when there is none. */
export async function debloquerCourriers(
  registre: Registre,
  { motif, par, ...visee }: PorteeBlocage & { motif: string; par: string },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const levees = await tx
      .update(blocages)
      .set({ leveePar: par, leveeLe: maintenant })
      .where(and(portee(visee), isNull(blocages.leveeLe)))
      .returning({ id: blocages.id });
    if (levees.length === 0) return false;
    const details = { ...visee, motif };
    await tracer({ db: tx }, { numero: null, auteur: par, acte: 'REPRENDRE_COURRIERS', details }, maintenant);
    return true;
  });
}

/** Blocages in force, the oldest first. */
export async function blocagesEnCours({ db }: { db: Base | Transaction }): Promise<Blocage[]> {
  return db.select().from(blocages).where(isNull(blocages.leveeLe)).orderBy(asc(blocages.le), asc(blocages.id));
}

/** What is blocked now, as a column of a question. */
export const porteesEnCours: SQL = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('code', ${blocages.code}, 'agence', ${blocages.agence})), '[]')
  from ${blocages} where ${isNull(blocages.leveeLe)})`;

/** Whether one of these blocages holds a letter of this code for a dossier of this agency. */
export const estBloque = (
  blocages: readonly PorteeBlocage[],
  { code, agence }: { code: string; agence: string },
): boolean => blocages.some((s) => (s.code === null || s.code === code) && (s.agence === null || s.agence === agence));

/** A letter that the register holds as RETENU: who must be told once it may leave. */
export interface CourrierTenu {
  cle: string;
  numero: string;
  code: string;
  base: string;
}

/** Letters that were asked for and held, among those of a code, of an agency, of both or of none in particular. */
export async function courriersTenus(registre: Registre, { code, agence }: PorteeBlocage): Promise<CourrierTenu[]> {
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
