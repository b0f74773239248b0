import { date, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { MotifEffacement } from '../../domain/dossier/effacement';
import type { Etape } from '../../domain/dossier/etats';

/** What stays of an erased dossier in the statistics: `C05_REFUS PARTI` to how many. */
export interface ComptesEffaces {
  courriers: Record<string, number>;
  rendezVous: Record<string, number>;
}

/** Erasures, asked for and done. It outlives the dossier that it speaks of, and names nobody. */
export const effacements = pgTable(
  'effacements',
  {
    numero: text('numero').primaryKey(),
    motif: text('motif').$type<MotifEffacement>().notNull(),
    demandeLe: timestamp('demande_le', { withTimezone: true }).notNull(),
    /** Account: an id, never a name. */
    demandePar: text('demande_par').notNull(),
    /** The second person; null for what its age alone erases. */
    confirmeLe: timestamp('confirme_le', { withTimezone: true }),
    confirmePar: text('confirme_par'),
    agence: text('agence'),
    etat: text('etat').$type<Etape>(),
    ouvertLe: timestamp('ouvert_le', { withTimezone: true }),
    remiseLe: date('remise_le', { mode: 'string' }).$type<DateCivile>(),
    terme: date('terme', { mode: 'string' }).$type<DateCivile>(),
    comptes: jsonb('comptes').$type<ComptesEffaces>(),
    /** Ids of its appointments: each had a workflow of its own in the engine. */
    rendezVous: jsonb('rendez_vous').$type<string[]>().notNull().default([]),
    /** When the register had nothing left of it. */
    effaceLe: timestamp('efface_le', { withTimezone: true }),
    /** When the folders and the engine had nothing left either. */
    acheveLe: timestamp('acheve_le', { withTimezone: true }),
  },
  (t) => [index('effacements_a_achever').on(t.demandeLe)],
);
