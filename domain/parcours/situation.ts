import type { DateCivile } from '../calendrier/dates';
import type { Etape } from '../dossier/etats';
import type { Destinataire, Resultat } from '../dossier/resultat';
import type { DouteDuParcours } from '../droit/doutes-du-parcours';
import type { Issue } from '../faits/journal';

/** A deadline of the journey, with the rule behind it and a French sentence saying why this date. */
export interface Echeance {
  /** Stable key: FIN_REFLEXION, PRE_BILAN, PSP, POINT_ETAPE, BILAN, FIN_CSP, REINSCRIPTION, SUIVI_1…, ACTUALISATION_2025-03. */
  cle: string;
  /** French, for people: "Entretien de pré-bilan". */
  libelle: string;
  /** First day of the window, when the deadline is a window. */
  debut: DateCivile | null;
  /** Last day. */
  date: DateCivile;
  /** Last ouvré day on or before `date`, for interviews. */
  dernierJourUtile: DateCivile | null;
  /** REPRISE: it fell before `dateReprise` and belongs to the past. */
  statut: 'A_VENIR' | 'FAITE' | 'PASSEE' | 'REPRISE';
  faiteLe: DateCivile | null;
  /** It rests on a doubt: people are told that France Travail confirms it. @see REGLES §9 */
  aConfirmer?: true;
  /** Rule of REGLES, e.g. `R12`. */
  regle: string;
  /** "30 jours après le pré-bilan du 31/03/2025, au plus tard 2 mois après le début du CSP." */
  pourquoi: string;
}

/** Where a letter of the journey stands. */
export type StatutCourrier =
  | 'A_VENIR'
  /** Due before `dateReprise`: belongs to the past, nothing is sent. */
  | 'REPRIS'
  | 'PARTI'
  /** Handed over once, outcome unknown after a crash: sent again under the same Message-ID. */
  | 'INCERTAIN'
  /** Could not leave within ten minutes: next attempt is planned. */
  | 'A_REPRENDRE'
  /** Held by someone: a counsellor (`courriers retenir`), or an operator for a code, an agency or all (`courriers suspendre`). */
  | 'RETENU'
  /** Stopped being useful before it could leave; a line of the journal says so. */
  | 'PERIME'
  /** No channel works: a task of the counsellor. */
  | 'EN_TACHE'
  /** Its cause vanished before it left. */
  | 'ANNULE'
  /** It left and became false since. */
  | 'RECTIFIE';

/** Retention of a fresh fact, refusal by silence to confirm, interruption of Jalon to be seen. */
export type Attente = 'SURSIS' | 'SILENCE' | 'INTERRUPTION';

/** A letter as the journey sees it: wanted by the rules, or remembered from the past. */
export interface CourrierSitue {
  /** `<numero>/<code>/<destinataire>/<base>` */
  cle: string;
  code: string;
  destinataire: Destinataire;
  base: string;
  /** The day it should leave. */
  date: DateCivile;
  /** UTC instant of its departure, in the sending mode of the journey. */
  depart: string;
  /** What makes it leave on another day than its own, when that is more than its being late or the working hours. */
  attente?: Attente;
  /** Last day it is still useful; null: always. */
  utileJusquau: DateCivile | null;
  statut: StatutCourrier;
  /** UTC instant of its outcome, when it has one. */
  le: string | null;
  /** Still to leave: keys of those that left and that it corrects. */
  remplace?: string[];
  /** SUSPENSION, RETOUR, REINTEGRATION still to leave: base of the PROLONGATION that it carries. */
  annonce?: string;
  /** Cancelled because another letter says it. */
  ailleurs?: true;
}

/** A dated fact of the journal as the rules see it today. */
export interface FaitSitue {
  id: string;
  statut: Issue['statut'];
  code: string | null;
  phrase: string | null;
}

/** Everything Jalon knows of a journey on a given day. @see REGLES, ARCHITECTURE */
export interface Situation {
  numero: string;
  versionDomaine: string;
  /** Civil day of the dossier's zone for which this was computed. */
  observeLe: DateCivile;
  etat: Etape;
  /** Cause of the suspension or of the end; never leaves the register. */
  cause: string | null;
  /** Inside EN_CSP and SUSPENDU (S003): PHASE_1 until the PSP is validated. */
  phase: 'PHASE_1' | 'PHASE_2' | null;
  /** "En CSP depuis le 25/03/2025, plan d'action (PSP) à valider." */
  enUnePhrase: string;
  /** `calculer` with `dateObservation` = `observeLe`; without any date once the dossier was closed as opened by mistake. */
  resultat: Resultat;
  /** Its own; those of one date for everyone are added where they are shown (`echeancesDuJour`). */
  echeances: Echeance[];
  /** What to see to first: an interview that is late (PASSEE), else the nearest échéance to come. */
  prochaine: Echeance | null;
  /** What the journey waits for that has no date yet: an authority's decision. French; null when nothing. */
  attente: string | null;
  courriers: CourrierSitue[];
  faits: FaitSitue[];
  /** A death was reported, confirmed or not: nothing more leaves to the person. */
  decesSignale: boolean;
  /** Doubts on which the dates told to people rest; absent from a situation written before they were kept. @see REGLES §9 */
  doutes?: DouteDuParcours[];
  /** Codes of the alerts, sorted. */
  alertes: string[];
  /** Last day Jalon listens to late facts (R28); null while the journey goes on. */
  ecouteJusquau: DateCivile | null;
}
