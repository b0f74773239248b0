import { boolean, customType, date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Tort } from '../../domain/catalogue/tort';
import type { Canal } from '../../domain/dossier/personnes';
import type { Destinataire } from '../../domain/dossier/resultat';
import type { StatutCourrier } from '../../domain/parcours/situation';
import { dossiers } from './dossiers';

/** EN_REMISE: an attempt is under way, or died on the way. The others mean the same as in the journey's situation. */
export type StatutInscrit = 'EN_REMISE' | Exclude<StatutCourrier, 'A_VENIR' | 'REPRIS' | 'INCERTAIN'>;

/**
 * One attempt on one channel. INCERTAIN: handed over perhaps, the process died before it could say. REJETE: the address was refused
 * for good, at once (5xx) or by a message that came back (bounce).
 */
export type StatutEnvoi = 'EN_REMISE' | 'PARTI' | 'ECHEC' | 'INCERTAIN' | 'REJETE';

export type TypeContenu = 'text/plain' | 'text/html' | 'application/pdf' | 'application/json' | 'text/calendar';

const octets = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A letter, once per key: `<numero>/<code>/<destinataire>/<base>`. */
export const courriers = pgTable(
  'courriers',
  {
    cle: text('cle').primaryKey(),
    numero: text('numero')
      .notNull()
      .references(() => dossiers.numero, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    destinataire: text('destinataire').$type<Destinataire>().notNull(),
    base: text('base').notNull(),
    datePrevue: date('date_prevue', { mode: 'string' }).$type<DateCivile>().notNull(),
    statut: text('statut').$type<StatutInscrit>().notNull(),
    /** An attempt was left without outcome: the letter may have arrived twice, under one Message-ID. Never taken back. */
    incertain: boolean('incertain').notNull().default(false),
    creeLe: timestamp('cree_le', { withTimezone: true }).notNull(),
    majLe: timestamp('maj_le', { withTimezone: true }).notNull(),
    partiLe: timestamp('parti_le', { withTimezone: true }),
  },
  (t) => [index('courriers_numero').on(t.numero), index('courriers_statut').on(t.statut)],
);

/** What contents of one kind have in common: the beginning of a Brotli stream, by its SHA-256. Each content names it: by a short id. */
export const amorces = pgTable('amorces', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  sha256: text('sha256').notNull().unique(),
  /** Size of what it says, before compression, in bytes: what is read of a content comes after it. */
  taille: integer('taille').notNull(),
  octets: octets('octets').notNull(),
});

/** Contents by SHA-256, stored once, compressed when that gains something, away from the tables that lists read. */
export const contenus = pgTable('contenus', {
  sha256: text('sha256').primaryKey(),
  type: text('type').$type<TypeContenu>().notNull(),
  /** Size before compression, in bytes. */
  taille: integer('taille').notNull(),
  compression: text('compression').$type<'aucune' | 'brotli'>().notNull(),
  octets: octets('octets').notNull(),
  /** What its stream goes on from; null when it stands alone. */
  amorce: integer('amorce').references(() => amorces.id),
});

/**
 * The envois of a letter, in order. A new one begins on each channel, and when the one before is uncertain, so that
 * an uncertain one keeps its own contents; a clean failure is tried again under the same `rang`.
 */
export const envois = pgTable(
  'envois',
  {
    cle: text('cle')
      .notNull()
      .references(() => courriers.cle, { onDelete: 'cascade' }),
    rang: integer('rang').notNull(),
    canal: text('canal').$type<Canal>().notNull(),
    adresse: text('adresse').notNull(),
    messageId: text('message_id').notNull(),
    statut: text('statut').$type<StatutEnvoi>().notNull(),
    tentatives: integer('tentatives').notNull(),
    objet: text('objet').notNull(),
    /** Template and its version: `C01_PROPOSITION@1`. */
    gabarit: text('gabarit').notNull(),
    nomPdf: text('nom_pdf'),
    donneesSha256: text('donnees_sha256')
      .notNull()
      .references(() => contenus.sha256),
    texteSha256: text('texte_sha256').references(() => contenus.sha256),
    htmlSha256: text('html_sha256').references(() => contenus.sha256),
    pdfSha256: text('pdf_sha256').references(() => contenus.sha256),
    icsSha256: text('ics_sha256').references(() => contenus.sha256),
    /** By post: recorded delivery. */
    recommande: boolean('recommande').notNull().default(false),
    /** What the channel answered: the SMTP reply, the file's name. */
    reponse: text('reponse'),
    erreur: text('erreur'),
    /** Whose fault a refusal is; null when nothing was refused. */
    tort: text('tort').$type<Tort>(),
    prepareLe: timestamp('prepare_le', { withTimezone: true }).notNull(),
    tenteLe: timestamp('tente_le', { withTimezone: true }).notNull(),
    acheveLe: timestamp('acheve_le', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.cle, t.rang] }), index('envois_message_id').on(t.messageId)],
);
