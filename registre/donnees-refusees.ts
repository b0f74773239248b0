import { sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { Registre } from './ouvrir';

/** Messages that got through the door and that PostgreSQL refused, as long as their task is open. */
export interface DonneesRefusees {
  messages: number;
  /** The first dossiers that they came to. */
  dossiers: Numero[];
  /** How many dossiers more. */
  autres: number;
}

const MONTRES = 5;

/** What the register refuses to keep, whoever sent it: the door should have stopped it. Null when nothing is left to see to. */
export async function donneesRefusees(registre: Registre): Promise<DonneesRefusees | null> {
  const { rows } = await registre.db.execute<{ numero: Numero; messages: number }>(sql`
    select t.numero, coalesce((issue -> 'memes' ->> 'nombre')::int, 1) as messages
    from taches t join dossiers d using (numero),
      lateral (select d.memoire -> 'issues' -> substr(t.cle, length(t.numero || '/MESSAGE_REFUSE/') + 1) as issue) i
    where t.statut = 'A_FAIRE' and t.type = 'MESSAGE_REFUSE' and issue ->> 'code' = 'DONNEES_REFUSEES'
    order by t.cree_le, t.id`);
  if (rows.length === 0) return null;
  const dossiers = [...new Set(rows.map((r) => r.numero))];
  return {
    messages: rows.reduce((somme, r) => somme + r.messages, 0),
    dossiers: dossiers.slice(0, MONTRES),
    autres: Math.max(0, dossiers.length - MONTRES),
  };
}
