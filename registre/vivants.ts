import { and, asc, gt, isNull, or, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Dossier } from '../domain/dossier/dossier';
import type { Numero } from '../domain/dossier/numero';
import type { EntreeJournal } from '../domain/faits/journal';
import type { Registre } from './ouvrir';
import { dossiers } from './schema';

/** What a journey is recomputed from. */
export interface ParcoursVivant {
  numero: Numero;
  dossier: Dossier;
  journal: EntreeJournal[];
}

/** Enough for one query to be worth its round trip, few enough to hold in a few megabytes. */
const PAGE = 500;

/**
 * The journeys that still live on a day, those that only listen included, page by page in order of number: however many they
 * are, one page is held. A journey opened meanwhile may be missed, none comes twice.
 */
export async function* parcoursVivants(
  registre: Registre,
  jour: DateCivile,
  page = PAGE,
): AsyncGenerator<ParcoursVivant[]> {
  const ecoute = sql<string | null>`${dossiers.situation} ->> 'ecouteJusquau'`;
  let dernier = '' as Numero;
  for (;;) {
    const lignes = await registre.db
      .select({ numero: dossiers.numero, dossier: dossiers.dossier, journal: dossiers.journal })
      .from(dossiers)
      .where(and(gt(dossiers.numero, dernier), or(isNull(ecoute), sql`${ecoute} >= ${jour}`)))
      .orderBy(asc(dossiers.numero))
      .limit(page);
    if (lignes.length > 0) yield lignes;
    if (lignes.length < page) return;
    dernier = lignes.at(-1)!.numero;
  }
}
