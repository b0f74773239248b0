import { asc, eq } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { Base, Registre, Transaction } from './ouvrir';
import { audit } from './schema';

export type Trace = typeof audit.$inferSelect;

export interface Acte {
  /** When given, the same act recorded twice counts once. */
  cle?: string;
  numero: Numero | null;
  /** Account or system: an id, never a name. */
  auteur: string;
  /** CONSIGNER, DECHIFFRER, IMPORTER… */
  acte: string;
  details?: Record<string, unknown>;
}

/** Writes a line of the audit trail, in the transaction of what it speaks of when there is one (`{ db: tx }`). */
export async function tracer(registre: { db: Base | Transaction }, acte: Acte, maintenant: Date): Promise<void> {
  await registre.db
    .insert(audit)
    .values({ ...acte, details: acte.details ?? {}, quand: maintenant })
    .onConflictDoNothing({ target: audit.cle });
}

/** What was done on a dossier, in order. */
export async function tracesDuDossier(registre: Registre, numero: Numero): Promise<Trace[]> {
  return registre.db.select().from(audit).where(eq(audit.numero, numero)).orderBy(asc(audit.quand), asc(audit.id));
}
