import { sql } from 'drizzle-orm';
import { dossiers } from './schema';

/** Closed as opened by mistake: found by who looks for it, and counted nowhere. */
export const ouvertParErreur = sql<boolean>`coalesce(${dossiers.etat} = 'OUVERT_PAR_ERREUR', false)`;
export const pasParErreur = sql`not ${ouvertParErreur}`;
