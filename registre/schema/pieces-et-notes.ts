import { date, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import { dossiers } from './dossiers';

/** The papers that someone has of a dossier; those that are missing are worked out from its facts. */
export const pieces = pgTable(
  'pieces',
  {
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    /** `CONTRAT_TRAVAIL/<fact>` */
    cle: text('cle').notNull(),
    recueLe: date('recue_le', { mode: 'string' }).$type<DateCivile>().notNull(),
    auteur: text('auteur').notNull(),
    enregistreeLe: timestamp('enregistree_le', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.numero, t.cle] })],
);

/** What a counsellor notes of a contact, for her agency alone. Never rewritten: withdrawn, it is no longer shown. */
export const notes = pgTable(
  'notes',
  {
    id: text('id').primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    /** That of its author when she wrote it. */
    agence: text('agence').notNull(),
    /** Day of the contact. */
    le: date('le', { mode: 'string' }).$type<DateCivile>().notNull(),
    texte: text('texte').notNull(),
    auteur: text('auteur').notNull(),
    creeeLe: timestamp('creee_le', { withTimezone: true }).notNull(),
    retireeLe: timestamp('retiree_le', { withTimezone: true }),
    retireePar: text('retiree_par'),
    retraitMotif: text('retrait_motif'),
  },
  (t) => [index('notes_numero').on(t.numero, t.le)],
);
