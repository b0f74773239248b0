import { bigserial, date, foreignKey, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import { envois } from './courriers';
import { dossiers } from './dossiers';
import { agences } from './organisation';

const levee = {
  motif: text('motif').notNull(),
  /** Account: an id, never a name. */
  par: text('par').notNull(),
  le: timestamp('le', { withTimezone: true }).notNull(),
  leveePar: text('levee_par'),
  leveeLe: timestamp('levee_le', { withTimezone: true }),
};

/** One letter held by a counsellor, prepared or not; at most one in force for a key. */
export const retenues = pgTable(
  'retenues',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    cle: text('cle').notNull(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    ...levee,
  },
  (t) => [index('retenues_numero').on(t.numero)],
);

/** Letters held by an operator: those of a code, of an agency, of both, or all of them when neither is given. */
export const blocages = pgTable('suspensions_courriers', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  code: text('code'),
  agence: text('agence').references(() => agences.id),
  ...levee,
});

/** All the reminders of one person stopped until a day, that day included; at most one in force for a dossier. */
export const blocagesRappels = pgTable('blocages_rappels', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  numero: text('numero')
    .notNull()
    .references(() => dossiers.numero, { onDelete: 'cascade' }),
  jusquau: date('jusquau', { mode: 'string' }).$type<DateCivile>().notNull(),
  ...levee,
});

export type SorteRebond = 'DEFINITIF' | 'RETARDE';

/** What mail servers said of a letter after they had taken it. */
export const rebonds = pgTable(
  'rebonds',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    cle: text('cle').notNull(),
    rang: integer('rang').notNull(),
    sorte: text('sorte').$type<SorteRebond>().notNull(),
    /** Enhanced status code (RFC 3463): `5.1.1`. */
    code: text('code'),
    recuLe: timestamp('recu_le', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('rebonds_envoi').on(t.cle, t.rang),
    foreignKey({ columns: [t.cle, t.rang], foreignColumns: [envois.cle, envois.rang] }).onDelete('cascade'),
  ],
);
