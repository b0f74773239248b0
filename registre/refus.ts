import { sql } from 'drizzle-orm';
import type { Registre } from './ouvrir';

/** E-mails that are refused by our fault, whoever they are for. */
export interface RefusSubis {
  /** How many dossiers met it. */
  dossiers: number;
  /** Enhanced status codes and replies, as kept with the attempts, the most frequent first; they name nobody. */
  motifs: string[];
}

/** A little more than the longest time between two attempts of a letter: one that is still refused is seen within it. */
const FENETRE_HEURES = 6;
/** A second dossier shows that it is not the first one's. */
export const PLUSIEURS_DOSSIERS = 2;

/** What refuses us now, in the last hours; null when no more than one dossier met it, or when it is over. */
export async function refusSubis(registre: Registre, maintenant: Date): Promise<RefusSubis | null> {
  const { rows } = await registre.db.execute<{ numero: string; erreur: string | null }>(sql`
    select distinct c.numero, e.erreur
    from envois e join courriers c using (cle) left join rebonds b on b.cle = e.cle and b.rang = e.rang
    where e.tort = 'NOUS'
      and not exists (select from envois s where s.cle = e.cle and s.rang > e.rang and s.canal = 'EMAIL' and s.statut = 'PARTI')
      and coalesce(b.recu_le, e.acheve_le) > ${maintenant.toISOString()}::timestamptz - ${FENETRE_HEURES} * interval '1 hour'`);
  const dossiers = new Set(rows.map((r) => r.numero)).size;
  if (dossiers < PLUSIEURS_DOSSIERS) return null;
  const fois = new Map<string, number>();
  for (const { erreur } of rows) if (erreur !== null) fois.set(erreur, (fois.get(erreur) ?? 0) + 1);
  return { dossiers, motifs: [...fois].sort(([, a], [, b]) => b - a).map(([motif]) => motif) };
}
