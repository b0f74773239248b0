import { customType, date, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Etape } from '../../domain/dossier/etats';
import type { Employeur, Identite } from '../../domain/dossier/personnes';
import type { EntreeJournal } from '../../domain/faits/journal';
import { type EntreeEcrite, relireJournal } from '../../domain/faits/relire-journal';
import type { ChangementReferent } from '../../domain/parcours/changement-referent';
import type { MemoireParcours } from '../../domain/parcours/parcours';
import type { Situation } from '../../domain/parcours/situation';
import { agences, referents } from './organisation';

/** OUVERTURE: the row exists, its journey may not have started yet (`coherence` starts it). OUVERT: the journey said so. */
export type StatutDossier = 'OUVERTURE' | 'OUVERT';

/** A journal, read by the names of today whenever it was written. */
const journalEcrit = customType<{ data: EntreeJournal[]; driverData: string | EntreeEcrite[] }>({
  dataType: () => 'jsonb',
  toDriver: (journal) => JSON.stringify(journal),
  fromDriver: (ecrit) => relireJournal(typeof ecrit === 'string' ? JSON.parse(ecrit) : ecrit),
});

/** One counter a year: the numbers of a year follow each other without a hole. */
export const numeros = pgTable('numeros', {
  annee: integer('annee').primaryKey(),
  dernier: integer('dernier').notNull(),
});

/** The read model of a journey: its journal and situation as the workflow last wrote them, and what lists sort on. */
export const dossiers = pgTable(
  'dossiers',
  {
    numero: text('numero').primaryKey(),
    /** Idempotence key of the opening (the import row, the file): the same one twice opens one dossier. */
    empreinte: text('empreinte').notNull().unique(),
    statut: text('statut').$type<StatutDossier>().notNull(),
    agence: text('agence')
      .notNull()
      .references(() => agences.id),
    referent: text('referent')
      .notNull()
      .references(() => referents.id),
    dossier: jsonb('dossier').$type<Dossier>().notNull(),
    dateReprise: date('date_reprise', { mode: 'string' }).$type<DateCivile>(),
    journal: journalEcrit('journal').notNull(),
    situation: jsonb('situation').$type<Situation>(),
    /** What the workflow remembers besides the journal, so that a closed journey can be taken up again (R28). */
    memoire: jsonb('memoire').$type<MemoireParcours>(),
    /** Null as long as nobody else followed the person since a letter says so. */
    changementReferent: jsonb('changement_referent').$type<ChangementReferent>(),
    version: integer('version').notNull().default(0),
    etat: text('etat').$type<Etape>(),
    prochaineEcheance: date('prochaine_echeance', { mode: 'string' }).$type<DateCivile>(),
    prochaineLibelle: text('prochaine_libelle'),
    /** Name of the règlement that the journey follows; null as long as it has not been asked since this column exists. */
    reglement: text('reglement'),
    terme: date('terme', { mode: 'string' }).$type<DateCivile>(),
    alertes: integer('alertes').notNull().default(0),
    creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
    majLe: timestamp('maj_le', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('dossiers_prochaine').on(t.prochaineEcheance, t.numero),
    index('dossiers_agence').on(t.agence, t.etat),
    index('dossiers_referent').on(t.referent, t.etat),
  ],
);

/** Who the dossier speaks of, apart from it: erased alone when a person must be forgotten. */
export const identites = pgTable('identites', {
  numero: text('numero')
    .primaryKey()
    .references(() => dossiers.numero, { onDelete: 'cascade' }),
  identite: jsonb('identite').$type<Identite>().notNull(),
  employeur: jsonb('employeur').$type<Employeur>(),
  /** What the dossier is looked for by; null when an earlier Jalon wrote it, until the next start. */
  recherche: text('recherche'),
});
