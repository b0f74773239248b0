import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { CompteRendu, ModeRendezVous, StatutRendezVous } from '../../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../../domain/rendez-vous/sortes';
import { dossiers } from './dossiers';

/** Appointments: no date of the law depends on them, so they live here and not in a journey's journal. */
export const rendezVous = pgTable(
  'rendez_vous',
  {
    id: text('id').primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    sorte: text('sorte').$type<SorteRendezVous>().notNull(),
    mode: text('mode').$type<ModeRendezVous>().notNull(),
    debut: timestamp('debut', { withTimezone: true }).notNull(),
    dureeMinutes: integer('duree_minutes').notNull(),
    lieu: text('lieu'),
    lien: text('lien'),
    intitule: text('intitule'),
    statut: text('statut').$type<StatutRendezVous>().notNull(),
    sequence: integer('sequence').notNull(),
    compteRendu: jsonb('compte_rendu').$type<CompteRendu>(),
    creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
    /** When the day or the place was last chosen: creation, then each move. */
    fixeLe: timestamp('fixe_le', { withTimezone: true }).notNull(),
    /** When it was cancelled, held or missed. */
    closLe: timestamp('clos_le', { withTimezone: true }),
    /** Host part of the UID of its invitations, as the first one was written; null before it. */
    domaine: text('domaine'),
    /** Grows with each act. */
    version: integer('version').notNull(),
    /** The version that its mail workflow last looked at. */
    versionSuivie: integer('version_suivie').notNull(),
  },
  (t) => [index('rendez_vous_numero').on(t.numero, t.debut)],
);

/** Lines of the shared action plan, attached to the appointment where they were agreed, when there is one. */
export const actions = pgTable(
  'actions',
  {
    id: text('id').primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    rendezVous: text('rendez_vous').references(() => rendezVous.id, { onDelete: 'cascade' }),
    quoi: text('quoi').notNull(),
    pourLe: date('pour_le', { mode: 'string' }).$type<DateCivile>(),
    faiteLe: date('faite_le', { mode: 'string' }).$type<DateCivile>(),
    creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
  },
  (t) => [index('actions_numero').on(t.numero, t.creeLe)],
);

/** Monthly actualisations known to be done (R20); no date of the CSP depends on them. */
export const actualisations = pgTable(
  'actualisations',
  {
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    /** `AAAA-MM` */
    mois: text('mois').notNull(),
    le: date('le', { mode: 'string' }).$type<DateCivile>().notNull(),
    auteur: text('auteur').notNull(),
    enregistreeLe: timestamp('enregistree_le', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.numero, t.mois] })],
);
