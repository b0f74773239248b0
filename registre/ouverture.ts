import { asc, eq, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Dossier } from '../domain/dossier/dossier';
import { formaterNumero, type Numero } from '../domain/dossier/numero';
import type { Personnes } from '../domain/dossier/personnes';
import type { EntreeJournal } from '../domain/faits/journal';
import { assurerOrganisation } from './organisation';
import type { Registre, Transaction } from './ouvrir';
import { ligneIdentite } from './recherche';
import { dossiers, identites, numeros } from './schema';

export interface Ouverture {
  /** Idempotence key: the same one always gives the same dossier. */
  empreinte: string;
  dossier: Dossier;
  /** Taking over a journey under way: what falls before this day belongs to the past. */
  dateReprise: DateCivile | null;
  personnes: Personnes;
  journalInitial: EntreeJournal[];
}

/** What a journey starts from. */
export type DossierEnOuverture = Pick<
  typeof dossiers.$inferSelect,
  'numero' | 'dossier' | 'dateReprise' | 'journal' | 'agence' | 'referent' | 'memoire' | 'version'
>;

/** Another process opened the same empreinte in between: give our number back. */
class DejaOuvert extends Error {}

/**
 * Gives a number to a journey and writes its row (OUVERTURE) and its people, in one transaction. The same `empreinte` twice
 * gives the number of the first time, with `nouveau: false`, whatever else changed.
 */
export async function inscrireOuverture(
  registre: Registre,
  ouverture: Ouverture,
  maintenant: Date,
): Promise<{ numero: Numero; nouveau: boolean }> {
  const connu = await numeroDeLEmpreinte(registre, ouverture.empreinte);
  if (connu) return { numero: connu, nouveau: false };
  try {
    const numero = await registre.db.transaction((tx) => inscrire(tx, ouverture, maintenant));
    return { numero, nouveau: true };
  } catch (erreur) {
    if (!(erreur instanceof DejaOuvert)) throw erreur;
    const numero = await numeroDeLEmpreinte(registre, ouverture.empreinte);
    if (!numero) throw erreur;
    return { numero, nouveau: false };
  }
}

async function inscrire(tx: Transaction, ouverture: Ouverture, maintenant: Date): Promise<Numero> {
  const { identite, employeur, agence, referent } = ouverture.personnes;
  await assurerOrganisation(tx, agence, referent);
  const numero = await prendreNumero(tx, maintenant.getUTCFullYear());
  const inscrits = await tx
    .insert(dossiers)
    .values({
      numero,
      empreinte: ouverture.empreinte,
      statut: 'OUVERTURE',
      agence: agence.id,
      referent: referent.id,
      dossier: ouverture.dossier,
      dateReprise: ouverture.dateReprise,
      journal: ouverture.journalInitial,
      creeLe: maintenant,
      majLe: maintenant,
    })
    .onConflictDoNothing({ target: dossiers.empreinte })
    .returning({ numero: dossiers.numero });
  if (inscrits.length === 0) throw new DejaOuvert();
  await tx.insert(identites).values(ligneIdentite(numero, { identite, employeur }));
  return numero;
}

/** The counter's row is held until the transaction ends: two openings never share a number, and none is lost. */
async function prendreNumero(tx: Transaction, annee: number): Promise<Numero> {
  const [compteur] = await tx
    .insert(numeros)
    .values({ annee, dernier: 1 })
    .onConflictDoUpdate({ target: numeros.annee, set: { dernier: sql`${numeros.dernier} + 1` } })
    .returning({ dernier: numeros.dernier });
  if (!compteur) throw new Error(`le compteur des numéros de ${annee} n’a pas répondu`);
  return formaterNumero(annee, compteur.dernier);
}

/** The number already given to an `empreinte`, or null: lets an import say beforehand what it would open twice. */
export async function numeroDeLEmpreinte(registre: Registre, empreinte: string): Promise<Numero | null> {
  const [ligne] = await registre.db
    .select({ numero: dossiers.numero })
    .from(dossiers)
    .where(eq(dossiers.empreinte, empreinte));
  return ligne?.numero ?? null;
}

/** Rows whose workflow may not have started: an opening cut half-way, for `reprises` to finish. Oldest first. */
export async function dossiersEnOuverture(registre: Registre, limite: number): Promise<DossierEnOuverture[]> {
  return registre.db
    .select({
      numero: dossiers.numero,
      dossier: dossiers.dossier,
      dateReprise: dossiers.dateReprise,
      journal: dossiers.journal,
      agence: dossiers.agence,
      referent: dossiers.referent,
      memoire: dossiers.memoire,
      version: dossiers.version,
    })
    .from(dossiers)
    .where(eq(dossiers.statut, 'OUVERTURE'))
    .orderBy(asc(dossiers.creeLe), asc(dossiers.numero))
    .limit(limite);
}
