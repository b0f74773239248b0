import { bigserial, date, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import { dossiers } from './dossiers';
import { referents } from './organisation';

export type StatutTache = 'A_FAIRE' | 'FAITE';

/** What waits for a counsellor: a letter no channel could carry, a fact to decide, a visit to plan. */
export const taches = pgTable(
  'taches',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    cle: text('cle').notNull().unique(),
    type: text('type').notNull(),
    libelle: text('libelle').notNull(),
    echeance: date('echeance', { mode: 'string' }).$type<DateCivile>(),
    statut: text('statut').$type<StatutTache>().notNull(),
    creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
    faiteLe: timestamp('faite_le', { withTimezone: true }),
    faitePar: text('faite_par'),
    /** Why it was put away by someone, when what it asked for was not recorded. */
    motif: text('motif'),
    /** The day on which it comes back, when someone put it off, who and why. */
    reporteeAu: date('reportee_au', { mode: 'string' }).$type<DateCivile>(),
    reporteePar: text('reportee_par'),
    reporteeMotif: text('reportee_motif'),
    /** The counsellor who sees to it, when she is not the dossier's own. */
    confieeA: text('confiee_a').references(() => referents.id),
  },
  (t) => [index('taches_numero').on(t.numero), index('taches_a_faire').on(t.statut, t.echeance)],
);

/** Who did what and when. Kept when the dossier is erased: it holds ids, never a name. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Given when the act may be recorded twice (an activity's retry): the same key counts once. */
    cle: text('cle').unique(),
    numero: text('numero'),
    quand: timestamp('quand', { withTimezone: true }).notNull(),
    auteur: text('auteur').notNull(),
    acte: text('acte').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('audit_numero').on(t.numero, t.quand)],
);
