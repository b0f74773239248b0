import { sql } from 'drizzle-orm';
import type { Registre } from './ouvrir';
import { pasParErreur } from './par-erreur';
import { dossiers, messagesEnAttente, taches } from './schema';

/** What is late, or waits for an answer: counts only, nobody is named. */
export interface Retards {
  /** Dossiers whose échéance to see to is past. */
  echeances: number;
  /** Tasks whose day is past, and that nobody put off. */
  taches: number;
  /** Facts announced, that their journey has not taken in yet; since when the oldest waits. */
  faits: { nombre: number; depuis: Date | null };
}

/** @param maintenant a day is past once it is over in UTC */
export async function retards({ db }: Registre, maintenant: Date): Promise<Retards> {
  const instant = sql`${maintenant.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ echeances: number; taches: number; faits: number; depuis: number | null }>(sql`
    select
      (select count(*)::int from ${dossiers} where ${pasParErreur}
        and ${dossiers.prochaineEcheance} < (${instant})::date) as echeances,
      (select count(*)::int from ${taches} where ${taches.statut} = 'A_FAIRE'
        and coalesce(${taches.reporteeAu}, ${taches.echeance}) < (${instant})::date) as taches,
      (select count(*)::int from ${messagesEnAttente}) as faits,
      (select extract(epoch from min(${messagesEnAttente.recuLe}))::float8 from ${messagesEnAttente}) as depuis`);
  const { echeances, taches: enRetard, faits, depuis } = rows[0]!;
  return {
    echeances,
    taches: enRetard,
    faits: { nombre: faits, depuis: depuis === null ? null : new Date(depuis * 1_000) },
  };
}
