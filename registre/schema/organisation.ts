import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Agence, Referent } from '../../domain/dossier/personnes';

export const agences = pgTable('agences', {
  id: text('id').primaryKey(),
  agence: jsonb('agence').$type<Agence>().notNull(),
});

export const referents = pgTable('referents', {
  id: text('id').primaryKey(),
  agence: text('agence')
    .notNull()
    .references(() => agences.id),
  referent: jsonb('referent').$type<Referent>().notNull(),
});
