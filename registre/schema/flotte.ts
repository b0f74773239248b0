import { bigserial, boolean, date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import { contenus } from './courriers';
import { referents } from './organisation';

/** A counsellor away, both days included, and who stands in for her. */
export const absencesReferents = pgTable('absences_referents', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  referent: text('referent')
    .notNull()
    .references(() => referents.id, { onDelete: 'cascade' }),
  debut: date('debut', { mode: 'string' }).$type<DateCivile>().notNull(),
  fin: date('fin', { mode: 'string' }).$type<DateCivile>().notNull(),
  remplacant: text('remplacant')
    .notNull()
    .references(() => referents.id, { onDelete: 'cascade' }),
});

/** EN_REMISE: an attempt is under way, or died on the way. SANS_OBJET: nothing to say that day. */
export type StatutPoint = 'EN_REMISE' | 'PARTI' | 'ECHEC' | 'SANS_OBJET';

/** The morning digest of a counsellor's portfolio: one row a day, whatever becomes of it. */
export const pointsDuMatin = pgTable(
  'points_du_matin',
  {
    referent: text('referent')
      .notNull()
      .references(() => referents.id, { onDelete: 'cascade' }),
    jour: date('jour', { mode: 'string' }).$type<DateCivile>().notNull(),
    statut: text('statut').$type<StatutPoint>().notNull(),
    /** Who reads it; null when it goes to the agency, nobody being left to stand in. */
    lecteur: text('lecteur').references(() => referents.id, { onDelete: 'cascade' }),
    /** Handed over perhaps twice, the same bytes under the same Message-ID. */
    incertain: boolean('incertain').notNull().default(false),
    tentatives: integer('tentatives').notNull(),
    adresse: text('adresse'),
    messageId: text('message_id'),
    objet: text('objet'),
    gabarit: text('gabarit'),
    texteSha256: text('texte_sha256').references(() => contenus.sha256),
    htmlSha256: text('html_sha256').references(() => contenus.sha256),
    reponse: text('reponse'),
    erreur: text('erreur'),
    tenteLe: timestamp('tente_le', { withTimezone: true }).notNull(),
    acheveLe: timestamp('acheve_le', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.referent, t.jour] })],
);
