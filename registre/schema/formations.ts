import { date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Financement } from '../../domain/parcours/demarches';
import { dossiers } from './dossiers';

/** Trainings that people prepare, before the journey knows of them by a fact. */
export const formationsPreparees = pgTable(
  'formations_preparees',
  {
    id: text('id').primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    intitule: text('intitule').notNull(),
    organisme: text('organisme'),
    entreePrevue: date('entree_prevue', { mode: 'string' }).$type<DateCivile>(),
    /** Null as long as it is not chosen. */
    financement: text('financement').$type<Financement>(),
    /** The day, where the person lives, on which someone last said something of it. */
    suivieLe: date('suivie_le', { mode: 'string' }).$type<DateCivile>().notNull(),
    /** Grows each time it is changed. */
    version: integer('version').notNull(),
    auteur: text('auteur').notNull(),
    creeeLe: timestamp('creee_le', { withTimezone: true }).notNull(),
    abandonneeLe: date('abandonnee_le', { mode: 'string' }).$type<DateCivile>(),
    abandonneePar: text('abandonnee_par'),
    abandonMotif: text('abandon_motif'),
  },
  (t) => [index('formations_preparees_numero').on(t.numero, t.creeeLe)],
);

/** Their steps that are done, of whatever route; those to do are worked out from the route. */
export const demarches = pgTable(
  'demarches',
  {
    formation: text('formation')
      .notNull()
      .references(() => formationsPreparees.id, { onDelete: 'cascade' }),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    /** @see Demarche */
    code: text('code').notNull(),
    faiteLe: date('faite_le', { mode: 'string' }).$type<DateCivile>().notNull(),
    auteur: text('auteur').notNull(),
    enregistreeLe: timestamp('enregistree_le', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.formation, t.code] }), index('demarches_numero').on(t.numero)],
);
