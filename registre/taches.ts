import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { DateCivile } from '../domain/dates';
import type { Numero } from '../domain/numero';
import type { Registre } from './ouvrir';
import { type StatutTache, taches } from './schema';

export type Tache = typeof taches.$inferSelect;

export interface TacheDeposee {
  /** Idempotence key: the same one twice is one task, even once it is done. */
  cle: string;
  numero: Numero;
  type: string;
  /** French, for the counsellor: what to do. */
  libelle: string;
  echeance: DateCivile | null;
}

/** Leaves a task to the counsellor; returns false when it was already there. */
export async function deposerTache(registre: Registre, tache: TacheDeposee, maintenant: Date): Promise<boolean> {
  const { cle, numero, type, libelle, echeance } = tache;
  const deposees = await registre.db
    .insert(taches)
    .values({ cle, numero, type, libelle, echeance, statut: 'A_FAIRE', creeLe: maintenant })
    .onConflictDoNothing({ target: taches.cle })
    .returning({ id: taches.id });
  return deposees.length > 0;
}

/** Tasks of one dossier, or of all; the nearest échéance first, those without one last. */
export async function listerTaches(
  registre: Registre,
  filtre: { numero?: Numero; statut?: StatutTache } = {},
): Promise<Tache[]> {
  const termes: SQL[] = [];
  if (filtre.numero) termes.push(eq(taches.numero, filtre.numero));
  if (filtre.statut) termes.push(eq(taches.statut, filtre.statut));
  return registre.db
    .select()
    .from(taches)
    .where(and(...termes))
    .orderBy(asc(taches.echeance), asc(taches.id));
}

/** Marks a task done; the first one to do so stays its author. Returns false when it is unknown. */
export async function terminerTache(
  registre: Registre,
  cle: string,
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  await registre.db
    .update(taches)
    .set({ statut: 'FAITE', faiteLe: maintenant, faitePar: auteur })
    .where(and(eq(taches.cle, cle), eq(taches.statut, 'A_FAIRE')));
  const [tache] = await registre.db.select({ id: taches.id }).from(taches).where(eq(taches.cle, cle));
  return tache !== undefined;
}
