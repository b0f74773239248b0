import { and, eq } from 'drizzle-orm';
import { cleManquee } from '../domain/flotte';
import type { Numero } from '../domain/numero';
import type { Base, Transaction } from './ouvrir';
import { taches } from './schema';

/** Who closes a task that lost its object. */
export const AUTEUR_JALON = 'jalon';

/** An actualisation recorded after all: the task that said that it was missing has no object any more. */
export async function classerManquee(
  { db }: { db: Base | Transaction },
  numero: Numero,
  mois: string,
  maintenant: Date,
): Promise<void> {
  await db
    .update(taches)
    .set({ statut: 'FAITE', faiteLe: maintenant, faitePar: AUTEUR_JALON })
    .where(and(eq(taches.cle, cleManquee(numero, mois)), eq(taches.statut, 'A_FAIRE')));
}
