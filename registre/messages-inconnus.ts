import { sql } from 'drizzle-orm';
import type { Registre } from './ouvrir';

/** Messages of an unknown name that reached a workflow about no dossier alone: nobody but the operators can be told. */
export interface MessagesInconnus {
  messages: number;
  /** The first of them, as `nom` to the id of a workflow. */
  exemples: { nom: string; workflow: string }[];
}

/** Long enough for someone to look, when nothing can be done but tell the sender. */
const FENETRE_HEURES = 24;
const MONTRES = 3;

/** Those of the last day; null when there was none. */
export async function messagesInconnus(registre: Registre, maintenant: Date): Promise<MessagesInconnus | null> {
  const { rows } = await registre.db.execute<{ nom: string; workflow: string }>(sql`
    select details ->> 'nom' as nom, details ->> 'workflow' as workflow from audit
    where numero is null and acte = 'MESSAGE_INCONNU'
      and quand > ${maintenant.toISOString()}::timestamptz - ${FENETRE_HEURES} * interval '1 hour'
    order by quand, id`);
  return rows.length === 0 ? null : { messages: rows.length, exemples: rows.slice(0, MONTRES) };
}
