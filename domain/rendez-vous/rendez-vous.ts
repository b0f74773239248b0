/**
 * Room `rendez-vous`: moments agreed with the person, on which no date of the law depends. Their letters, their tasks, their
 * minutes, what an act changes for them.
 * @packageDocumentation
 */

import { libellesSorte, type SorteRendezVous } from './sortes';

export const modesRendezVous = ['PRESENTIEL', 'VISIO', 'TELEPHONE'] as const;
export type ModeRendezVous = (typeof modesRendezVous)[number];

export type StatutRendezVous = 'PREVU' | 'TENU' | 'MANQUE' | 'ANNULE';

/** One line of the shared action plan: what, by when, done when. */
export interface ActionPlan {
  id: string;
  quoi: string;
  pourLe: string | null;
  faiteLe: string | null;
}

/** What was said, once it was held. */
export interface CompteRendu {
  /** Entretien d'adhésion: career, skills, wishes. */
  parcours?: string;
  competences?: string;
  souhaits?: string;
  /** Work Café d'accueil: its two yes/no answers (S003). */
  reponses?: { question: string; oui: boolean }[];
  notes?: string;
}

/** An appointment; it lives in the register only, and no date of the law depends on it. */
export interface RendezVous {
  id: string;
  numero: string;
  sorte: SorteRendezVous;
  mode: ModeRendezVous;
  /** UTC instant, ISO 8601. */
  debut: string;
  dureeMinutes: number;
  /** Where, for `PRESENTIEL`. */
  lieu: string | null;
  /** Link of the call, for `VISIO`. */
  lien: string | null;
  /** Title of a workshop or webinar; null: that of its kind. */
  intitule: string | null;
  statut: StatutRendezVous;
  /** Grows when it is moved or cancelled: the SEQUENCE of its invitation. */
  sequence: number;
  compteRendu: CompteRendu | null;
}

export const libellesMode: Readonly<Record<ModeRendezVous, string>> = {
  PRESENTIEL: 'Sur place',
  VISIO: 'En visio',
  TELEPHONE: 'Par téléphone',
};

export const libellesStatutRendezVous: Readonly<Record<StatutRendezVous, string>> = {
  PREVU: 'prévu',
  TENU: 'tenu',
  MANQUE: 'manqué',
  ANNULE: 'annulé',
};

/** Its title when it has one, after that of its kind. */
export const intituleRendezVous = ({ sorte, intitule }: Pick<RendezVous, 'sorte' | 'intitule'>): string =>
  intitule === null ? libellesSorte[sorte] : `${libellesSorte[sorte]} : ${intitule}`;

/** The two yes/no questions that follow the Work Café d’accueil (S003). */
export const questionsWorkCafe = [
  { cle: 'communaute', question: 'Je m’inscris à la communauté de pairs' },
  { cle: 'projet', question: 'Je m’inscris au Work Café Projet' },
] as const;
