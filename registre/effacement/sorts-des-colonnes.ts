import type { PgTable } from 'drizzle-orm/pg-core';
import type * as schema from '../schema';

/**
 * What becomes of a column when a dossier is erased. EFFACE: it goes with its row, or is emptied. GARDE: it stays, or `effacements` keeps
 * it: numbers, dates, figures and ids, nothing that names the person. SANS_OBJET: it speaks of nobody who has a dossier.
 */
export type SortColonne = 'EFFACE' | 'GARDE' | 'SANS_OBJET';

type Tables = {
  [N in keyof typeof schema as (typeof schema)[N] extends PgTable ? N : never]: (typeof schema)[N];
};

const E = 'EFFACE';
const G = 'GARDE';
const S = 'SANS_OBJET';

/**
 * Every column of every table of the register: one that is new says here what becomes of it, or nothing compiles.
 * @see effacerAuRegistre
 */
export const sortsDesColonnes = {
  // The dossier and all that refers to it: the rows go.
  dossiers: {
    ...{ numero: G, agence: G, etat: G, terme: G, creeLe: G },
    ...{
      empreinte: E,
      statut: E,
      referent: E,
      changementReferent: E,
      dateReprise: E,
      version: E,
      majLe: E,
      alertes: E,
      reglement: E,
    },
    // Its birth, its facts and their causes, words of counsellors; of `dossier`, the day of the proposition is kept.
    ...{ dossier: E, journal: E, situation: E, memoire: E, prochaineEcheance: E, prochaineLibelle: E },
  },
  identites: { numero: E, identite: E, employeur: E, recherche: E },
  courriers: {
    // Counted, by code and what became of them.
    ...{ code: G, statut: G },
    ...{ cle: E, numero: E, destinataire: E, base: E, datePrevue: E, incertain: E, creeLe: E, majLe: E, partiLe: E },
  },
  envois: {
    ...{
      cle: E,
      rang: E,
      canal: E,
      adresse: E,
      messageId: E,
      statut: E,
      tentatives: E,
      objet: E,
      gabarit: E,
      nomPdf: E,
    },
    ...{ donneesSha256: E, texteSha256: E, htmlSha256: E, pdfSha256: E, icsSha256: E, recommande: E, reponse: E },
    ...{ erreur: E, tort: E, prepareLe: E, tenteLe: E, acheveLe: E },
  },
  // Unless a letter of someone else says the very same, as a short text message may.
  contenus: { sha256: E, type: E, taille: E, compression: E, octets: E, amorce: E },
  rebonds: { id: E, cle: E, rang: E, sorte: E, code: E, recuLe: E },
  retenues: { id: E, cle: E, numero: E, motif: E, par: E, le: E, leveePar: E, leveeLe: E },
  blocagesRappels: { id: E, numero: E, jusquau: E, motif: E, par: E, le: E, leveePar: E, leveeLe: E },
  messagesEnAttente: { numero: E, id: E, acte: E, contenu: E, auteur: E, recuLe: E, renvois: E },
  rendezVous: {
    // Counted, by kind and what became of them; their ids name workflows of the engine.
    ...{ id: G, sorte: G, statut: G },
    ...{ numero: E, mode: E, debut: E, dureeMinutes: E, lieu: E, lien: E, intitule: E, sequence: E, compteRendu: E },
    ...{ creeLe: E, fixeLe: E, closLe: E, domaine: E, version: E, versionSuivie: E },
  },
  actions: { id: E, numero: E, rendezVous: E, quoi: E, pourLe: E, faiteLe: E, creeLe: E },
  actualisations: { numero: E, mois: E, le: E, auteur: E, enregistreeLe: E },
  pieces: { numero: E, cle: E, recueLe: E, auteur: E, enregistreeLe: E },
  // What a counsellor heard and wrote, withdrawn or not, and why.
  notes: {
    ...{ id: E, numero: E, agence: E, le: E, texte: E, auteur: E, creeeLe: E },
    ...{ retireeLe: E, retireePar: E, retraitMotif: E },
  },
  formationsPreparees: {
    ...{ id: E, numero: E, intitule: E, organisme: E, entreePrevue: E, financement: E, suivieLe: E, version: E },
    ...{ auteur: E, creeeLe: E, abandonneeLe: E, abandonneePar: E, abandonMotif: E },
  },
  demarches: { formation: E, numero: E, code: E, faiteLe: E, auteur: E, enregistreeLe: E },
  taches: {
    ...{ id: E, numero: E, cle: E, type: E, libelle: E, echeance: E, statut: E, creeLe: E, faiteLe: E, faitePar: E },
    ...{ motif: E, reporteeAu: E, reporteePar: E, reporteeMotif: E, confieeA: E },
  },
  // What a digest said goes when it spoke of the dossier; that it left stays.
  pointsDuMatin: {
    ...{ texteSha256: E, htmlSha256: E },
    ...{ referent: S, jour: S, statut: S, lecteur: S, incertain: S, tentatives: S, adresse: S, messageId: S },
    ...{ objet: S, gabarit: S, reponse: S, erreur: S, tenteLe: S, acheveLe: S },
  },

  // Who did what, and the list of erasures: numbers, dates, ids, hashes.
  audit: { id: G, cle: G, numero: G, quand: G, auteur: G, acte: G, details: G },
  sceaux: { rang: G, trace: G, empreinte: G },
  tracesASceller: { trace: G },
  effacements: {
    ...{ numero: G, motif: G, demandeLe: G, demandePar: G, confirmeLe: G, confirmePar: G, agence: G, etat: G },
    ...{ ouvertLe: G, remiseLe: G, terme: G, comptes: G, rendezVous: G, effaceLe: G, acheveLe: G },
  },

  // Those who follow people, and what belongs to no dossier.
  agences: { id: S, agence: S },
  referents: { id: S, agence: S, referent: S },
  absencesReferents: { id: S, referent: S, debut: S, fin: S, remplacant: S },
  comptes: {
    ...{ id: S, nom: S, adresse: S, role: S, agence: S, empreinte: S, secondFacteur: S, secondFacteurPas: S },
    ...{ emetteur: S, sujet: S, demonstration: S, creeLe: S, desactiveLe: S },
  },
  sessions: { jetonSha256: S, compte: S, creeeLe: S, vueLe: S, jetonIdentite: S },
  liensEntree: { jetonSha256: S, compte: S, expireLe: S },
  numeros: { annee: S, dernier: S },
  // Letters invented for it: they name nobody.
  amorces: { id: S, sha256: S, taille: S, octets: S },
  blocages: { id: S, code: S, agence: S, motif: S, par: S, le: S, leveePar: S, leveeLe: S },
  battement: { seul: S, le: S, lignee: S },
  interruptions: { id: S, debut: S, fin: S, libereeLe: S, libereePar: S },
} as const satisfies { readonly [N in keyof Tables]: Readonly<Record<keyof Tables[N]['$inferSelect'], SortColonne>> };
