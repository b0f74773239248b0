import { and, asc, gt, isNull, or, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Dossier } from '../domain/dossier/dossier';
import type { Numero } from '../domain/dossier/numero';
import type { EntreeJournal } from '../domain/faits/journal';
import type { EtatParcours } from '../domain/parcours/parcours';
import type { Situation } from '../domain/parcours/situation';
import { etatParcours } from './dossiers';
import type { Registre } from './ouvrir';
import { dossiers, type StatutDossier } from './schema';

/** What a journey is recomputed from. */
export interface ParcoursVivant {
  numero: Numero;
  dossier: Dossier;
  journal: EntreeJournal[];
}

/** A journey as it was last written: the state it would go on from, and what it saw. */
export interface EtatVivant {
  etat: EtatParcours;
  situation: Situation | null;
  statut: StatutDossier;
  /** When its journey last asked. */
  majLe: Date;
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
  let dernier = '' as Numero;
  for (;;) {
    const lignes = await registre.db
      .select({ numero: dossiers.numero, dossier: dossiers.dossier, journal: dossiers.journal })
      .from(dossiers)
      .where(vivantApres(jour, dernier))
      .orderBy(asc(dossiers.numero))
      .limit(page);
    if (lignes.length > 0) yield lignes;
    if (lignes.length < page) return;
    dernier = lignes.at(-1)!.numero;
  }
}

const ecoute = sql<string | null>`${dossiers.situation} ->> 'ecouteJusquau'`;

const vivantApres = (jour: DateCivile, dernier: Numero) =>
  and(gt(dossiers.numero, dernier), or(isNull(ecoute), sql`${ecoute} >= ${jour}`));

/** One page of them after a number, in order, whole. @param page how many at most: fewer, and it is the last */
export async function etatsVivants(
  registre: Registre,
  jour: DateCivile,
  dernier: Numero = '',
  page = PAGE,
): Promise<EtatVivant[]> {
  const lignes = await registre.db
    .select()
    .from(dossiers)
    .where(vivantApres(jour, dernier))
    .orderBy(asc(dossiers.numero))
    .limit(page);
  return lignes.map((ligne) => ({
    etat: etatParcours(ligne),
    situation: ligne.situation,
    statut: ligne.statut,
    majLe: ligne.majLe,
  }));
}
