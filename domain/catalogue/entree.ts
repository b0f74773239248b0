import { ajouterJours, type DateCivile, min } from '../calendrier/dates';
import type { Destinataire, Resultat } from '../dossier/resultat';
import type { CodeCourrier } from './codes-courrier';

/**
 * C post, E e-mail, S SMS, T counsellor's task; `+` all of them, `>` the first that works (REGLES §7): `E + S > C` is e-mail and
 * SMS together, then post when neither works.
 */
export type Canaux = 'C' | 'T' | 'C + E' | 'E + C' | 'E > C' | 'E > S' | 'E > S > C' | 'E + S > C';

/**
 * A letter informs; one that announces an act of France Travail may decide instead, for an agency configured as the author of that
 * act (`Agence.decisions`: signatory, legal ground, means of appeal), and only then.
 */
export type Nature = 'INFORME' | 'INFORME_OU_DECIDE';

/** Who wants it: the rules, a fact of the journey, an appointment, or the calendar of everyone. */
export type Origine = 'REGLES' | 'PARCOURS' | 'RENDEZ_VOUS' | 'FLOTTE';

/** What the usefulness limit is told about the letter. */
export interface CourrierDate {
  /** Unshifted date or fact it speaks of, with its offset for C02 and C15. */
  base: string;
  /** Day it should leave. */
  date: DateCivile;
}

/** What people are told by the nearest reading, and that a result alone does not give. */
export interface Lecture {
  /** Last day to be hired with a prime (R17). */
  finPrime: DateCivile | null;
}

/** One letter of the catalogue; an entry that lacks a part does not compile. */
export type EntreeCatalogue = {
  nature: Nature;
  origine: Origine;
  destinataires: readonly [Destinataire, ...Destinataire[]];
  /** For the beneficiary and the employer; a counsellor always gets a task. */
  canaux: Canaux;
  /** What a date on a non-working day becomes: previous ouvré day, next one, or unmoved. */
  decalage: 'AVANT' | 'APRES' | 'AUCUN';
  /** Rule of REGLES, e.g. `R12`. */
  regle: string;
  /** Last day it is still worth sending; null: always. */
  utileJusquau: (r: Resultat, c: CourrierDate) => DateCivile | null;
  /** Why it stops being useful: the sentence of the journal when it lapses. French. */
  perime: string;
  /**
   * What it states that a later fact may make false although the letter keeps its key; `cle` when its key says it all. Null for
   * one that only asks or recalls, without a date of its own: it is never rectified.
   */
  dit: ((r: Resultat, lecture: Lecture) => readonly (string | null | undefined)[]) | null;
  /**
   * It only repeats to the person what she was told: her reminders stopped, it waits. One that summons, decides or informs her for
   * the first time is none, nor one whose every day of silence costs her (a re-registration awaited, the last month for the prime).
   */
  rappel: boolean;
  /** It binds: after a long interruption it waits for someone to have seen (refusal by silence, exits, decisions). */
  engage: (r: Resultat) => boolean;
};

/** Some letters of the catalogue, each with its entry. */
export type Famille<C extends CodeCourrier> = Record<C, EntreeCatalogue>;

export const apres = (d: DateCivile | null | undefined, jours: number) => (d ? ajouterJours(d, jours) : null);
export const laPremiere = (a: DateCivile | null | undefined, b: DateCivile | null | undefined) =>
  a && b ? min(a, b) : (a ?? b ?? null);

export const jamais = () => false;
/** Base and code say it all: what it states is false once the rules no longer want it. */
export const cle = () => [];
/** The CSP ended before its term: the letter tells the person that she is out. */
export const finAnticipee = (r: Resultat) => r.motifFin !== 'TERME';

export const QUINZE_JOURS = 15;
export const UN_MOIS = 30;
export const DEUX_MOIS = 60;
