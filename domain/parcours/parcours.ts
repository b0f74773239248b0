import type { DateCivile } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import type { Etape } from '../dossier/etats';
import type { Destinataire } from '../dossier/resultat';
import type { Acte } from '../faits/actes';
import type { EntreeJournal, Issue } from '../faits/journal';
import type { StatutCourrier } from './situation';

/** How letters leave: as soon as their day has come, or within working hours of working days. */
export type ModeEnvoi = 'immediat' | 'fenetre';

/** A message as it reached the journey: its content is judged by `situer`, never by workflow code. */
export interface MessageRecu {
  /** The author's id, or one drawn by the workflow when the message carries none. */
  id: string;
  /** `inconnu`: a signal of no name we know. */
  acte: Acte | 'inconnu';
  contenu: unknown;
  /** UTC instant of arrival. */
  recuLe: string;
  /** It came without an id that could be used, and the journey drew one: nobody can ask what became of it. */
  anonyme?: true;
  /** `inconnu`: the name it came under. */
  nom?: string;
  /** Refused before it is read: the register could not keep what it says, or another message came under its id. */
  refus?: 'DONNEES_REFUSEES' | 'IDENTIFIANT_DEJA_PRIS';
}

/** What the journey remembers of a letter; recorded, never recomputed: what left stays as it left. */
export interface MemoireCourrier {
  code: string;
  destinataire: Destinataire;
  base: string;
  date: DateCivile;
  statut: Exclude<StatutCourrier, 'A_VENIR'>;
  /** UTC instant of the last outcome. */
  le: string;
  /** Attempts so far. */
  tentatives: number;
  /** What it stated when it left (catalogue, `dit`). */
  dit?: string;
  /** SUSPENSION, RETOUR, REINTEGRATION: base of the PROLONGATION that it carries, or carried. */
  annonce?: string;
  /** A_REPRENDRE: it left by one of its channels, another still has to take it. */
  partiel?: true;
  /** RECTIFIE: base of the RECTIFICATION that says so; absent when another letter says it. */
  rectification?: string;
  /** RECTIFIE: key of the letter that takes its place and says so, as long as that letter is to leave or left. */
  remplacePar?: string;
}

/** The change of term announced by a PROLONGATION letter. */
export interface ChangementTerme {
  termeAvant: DateCivile;
  termeApres: DateCivile;
}

/**
 * The whole state of a journey: the input of its workflow, handed over as it is by continue-as-new and kept in the register
 * so that a closed journey can be taken up again.
 */
export interface EtatParcours {
  v: 1;
  numero: string;
  agence: string;
  referent: string;
  /** The opening's own fields, as opened; rectifications are in the journal. */
  dossier: Dossier;
  /** First day Jalon is in charge: what falls before belongs to the past and sends nothing. */
  dateReprise: DateCivile | null;
  journal: EntreeJournal[];
  /** Received, not yet judged. */
  recus: MessageRecu[];
  /** What became of each message, by id, for life. */
  issues: Record<string, Issue>;
  /** What each message said (`empreinteDuMessage`), by id; none of those received before this was remembered. */
  empreintes?: Record<string, string>;
  courriers: Record<string, MemoireCourrier>;
  /** The last term the person was told of. */
  termeAnnonce: DateCivile | null;
  /** Announced by the PROLONGATION letters still to leave, by base. */
  changements: Record<string, ChangementTerme>;
  version: number;
  /** Of the code that its run began under (`GENERATION`); absent from a state older than this. */
  generation?: number;
  /** Version of the rules that it was last asked under; absent from a state older than this memory. */
  versionDomaine?: string;
}

/** Who follows the person of a journey, and where, by their ids. */
export type Suivi = Pick<EtatParcours, 'agence' | 'referent'>;

/** What a journey remembers besides its journal. */
export type MemoireParcours = Pick<
  EtatParcours,
  'issues' | 'empreintes' | 'courriers' | 'termeAnnonce' | 'changements' | 'versionDomaine'
>;

/** What a register, or an ended run, knows of a journey. */
export type EtatConnu = Pick<EtatParcours, 'journal' | 'version'> & MemoireParcours;

/** A letter to hand over now. */
export interface CourrierDu {
  cle: string;
  code: string;
  destinataire: Destinataire;
  base: string;
  date: DateCivile;
  changement?: ChangementTerme;
  /** SUSPENSION, RETOUR, REINTEGRATION: base of the PROLONGATION that it carries: it says `changement` too. */
  annonce?: string;
  /** Keys of the letters that left, became false since, and are corrected by this one: it names each, and what changed. */
  remplace?: string[];
  /** What it states, in one line: kept, so that a later fact that makes it false is seen (catalogue, `dit`). */
  dit?: string;
}

/** A task for the counsellor; deposited once per key. */
export interface TacheDue {
  cle: string;
  type:
    | 'BULLETIN_RECU'
    | 'DATES_CONNUES'
    | 'ECHEANCE_DEPASSEE'
    | 'FAIT_ECARTE'
    | 'FAIT_REDEVENU_VALIDE'
    | 'MESSAGE_REFUSE'
    | 'PIECES_A_REUNIR'
    | 'ECHEANCE_PROCHE'
    | 'CUMUL_ACTIVITE'
    | 'CONGES_DEPASSES'
    | 'TAUX_PLEIN'
    | 'EMPLOYEUR_PARTICULIER'
    | 'A_CONFIRMER'
    | 'DATE_A_CONFIRMER'
    | 'COURRIER_NON_PARTI'
    | 'COURRIER_DEVENU_FAUX'
    | 'ERREUR_A_DIRE';
  libelle: string;
  echeance: DateCivile;
  /** How many times it was brought, which its sentence says: where that grows, it is said anew, even if it was done. */
  nombre?: number;
}

/** What the journey asks `situer`. */
export interface DemandeSituer {
  etat: EtatParcours;
  /** Keys of the letters whose attempt is under way. */
  enCours: string[];
  /** UTC instant, ISO 8601. */
  maintenant: string;
}

/** The compact answer that the history keeps; replay follows it whatever the rules have become since. */
export interface ReponseSituer {
  versionDomaine: string;
  etat: Etape;
  /** Messages that enter the journal, in their normalised form. */
  entrees: EntreeJournal[];
  /** Outcomes of the messages judged, then those that changed since (an `ecarte` fact turned valid). */
  issues: Omit<Issue, 'version'>[];
  /** The one timer: when, and what it waits for. */
  prochain: { quand: string; libelle: string } | null;
  dus: CourrierDu[];
  /** Letters whose memory changes without a hand-off (REPRIS, PERIME, ANNULE, RECTIFIE). */
  memoires: Record<string, MemoireCourrier>;
  taches: TacheDue[];
  attributs: {
    etape: string;
    prochaineEcheance: string | null;
    terme: string | null;
    alertes: number;
    /** Who follows the person, as the register says; absent from answers older than this. */
    agence?: string;
    referent?: string;
  };
  /** French Markdown shown by the Temporal UI; names nobody and no cause of absence. */
  details: string;
  termeAnnonce: DateCivile | null;
  changements: Record<string, ChangementTerme>;
  /** The listening days are over and no letter is left to leave: the journey may close. */
  clos: boolean;
  /** The register knew more than the journey: what the answer was asked of, besides its own state. */
  retrouve?: EtatConnu;
}

/** What the failure of an attempt says (`COURRIER_NON_REMIS`): one of its channels may have taken the letter. */
export interface DetailsNonRemis {
  partiel: boolean;
}

/** Outcome of one attempt to hand a letter over. */
export interface IssueRemise {
  /** RETENU: someone holds it, or its code, its agency or all letters; asked again within the hour. */
  statut: 'PARTI' | 'EN_TACHE' | 'A_REPRENDRE' | 'RETENU' | 'ANNULE';
  /** UTC instant. */
  le: string;
  /** A_REPRENDRE, RETENU: one of its channels took it. */
  partiel?: true;
}
