import { bigint, boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '../../domain/comptes/roles';
import { agences } from './organisation';
import { audit } from './suivi';

/** Who may sign in. Its id is never given to somebody else. */
export const comptes = pgTable('comptes', {
  id: text('id').primaryKey(),
  nom: text('nom').notNull(),
  adresse: text('adresse').notNull(),
  role: text('role').$type<Role>().notNull(),
  /** Whose dossiers it sees; null for those who see none. */
  agence: text('agence').references(() => agences.id),
  /** Of the password, argon2id; null until its owner has chosen one. */
  empreinte: text('empreinte'),
  /** Secret of the second factor, closed; null when there is none. */
  secondFacteur: text('second_facteur'),
  /** Step of its last code used. */
  secondFacteurPas: bigint('second_facteur_pas', { mode: 'number' }),
  /** Who it is for the identity provider; null when it does not enter that way. */
  emetteur: text('emetteur'),
  sujet: text('sujet'),
  /** For whoever tries Jalon: signed in without a password. */
  demonstration: boolean('demonstration').notNull().default(false),
  creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
  desactiveLe: timestamp('desactive_le', { withTimezone: true }),
});

export const sessions = pgTable(
  'sessions',
  {
    jetonSha256: text('jeton_sha256').primaryKey(),
    compte: text('compte')
      .notNull()
      .references(() => comptes.id, { onDelete: 'cascade' }),
    creeeLe: timestamp('creee_le', { withTimezone: true }).notNull(),
    vueLe: timestamp('vue_le', { withTimezone: true }).notNull(),
    /** ID token of the provider, closed; null when it was not entered that way. */
    jetonIdentite: text('jeton_identite'),
  },
  (t) => [index('sessions_compte').on(t.compte)],
);

/** Whoever holds such a link chooses, once, the password of an account. */
export const liensEntree = pgTable(
  'liens_entree',
  {
    jetonSha256: text('jeton_sha256').primaryKey(),
    compte: text('compte')
      .notNull()
      .references(() => comptes.id, { onDelete: 'cascade' }),
    expireLe: timestamp('expire_le', { withTimezone: true }).notNull(),
  },
  (t) => [index('liens_entree_compte').on(t.compte)],
);

/** The chain of the audit trail. */
export const sceaux = pgTable('sceaux', {
  rang: bigint('rang', { mode: 'number' }).primaryKey(),
  trace: bigint('trace', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => audit.id),
  empreinte: text('empreinte').notNull(),
});

/** Lines of the audit trail that no seal holds yet, written by a trigger. */
export const tracesASceller = pgTable('traces_a_sceller', {
  trace: bigint('trace', { mode: 'number' })
    .primaryKey()
    .references(() => audit.id),
});
