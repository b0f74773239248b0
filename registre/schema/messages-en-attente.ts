import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Acte } from '../../domain/faits/actes';
import { dossiers } from './dossiers';

/** What was announced to a journey and that it has not taken in yet. Its content may hold a person's words: it goes with the dossier. */
export const messagesEnAttente = pgTable(
  'messages_en_attente',
  {
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    /** Of the message: what makes it count once, however often it is sent. */
    id: text('id').notNull(),
    acte: text('acte').$type<Acte>().notNull(),
    contenu: jsonb('contenu').$type<Record<string, unknown>>().notNull(),
    /** Account: an id, never a name. */
    auteur: text('auteur').notNull(),
    recuLe: timestamp('recu_le', { withTimezone: true }).notNull(),
    /** How many times it was sent again. */
    renvois: integer('renvois').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.numero, t.id] }), index('messages_en_attente_recus').on(t.recuLe)],
);
