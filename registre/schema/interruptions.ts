import { bigserial, boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The last sign of life of the workers; one row. */
export const battement = pgTable('battement', {
  seul: boolean('seul').primaryKey().default(true),
  le: timestamp('le', { withTimezone: true }).notNull(),
  /** Which server, line of time and database of PostgreSQL the register was then; null where it could not be asked. */
  lignee: text('lignee'),
});

/** Hours during which no worker ran. */
export const interruptions = pgTable('interruptions', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  debut: timestamp('debut', { withTimezone: true }).notNull(),
  fin: timestamp('fin', { withTimezone: true }).notNull(),
  /** An operator saw what waited and let it go. */
  libereeLe: timestamp('liberee_le', { withTimezone: true }),
  libereePar: text('liberee_par'),
});
