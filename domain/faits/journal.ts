import type { Dossier } from '../dossier/dossier';
import type { Surcharge } from '../dossier/parametres';
import type { ActeJournal } from './actes';
import type { Evenement } from './evenements';

/** Parameters that a journey adopts over those of its règlement, with the text they come from. @see R3 */
export interface Adoption {
  surcharge: Surcharge;
  source: string;
}

/** What every entry carries, whatever its act. */
export interface EnTete {
  /** Chosen by the author's tool, unique in the dossier for life: the same id recorded twice counts once. */
  id: string;
  /** Account or system that recorded it: an id, never a name. */
  auteur: string;
  /** UTC instant, ISO 8601. */
  enregistreLe: string;
  motif?: string;
  /** Version of the dossier that the author had before her eyes. */
  versionVue?: number;
  /** Given at the opening: decided before Jalon, it waits for no second person. */
  ouverture?: true;
}

/** What each act records, by its name. */
interface Actes {
  consigner: { evenement: Evenement };
  corriger: {
    evenement: Evenement;
    /** Id of the entry that this one takes the place of. */
    remplace: string;
  };
  annuler: {
    /** Id of the entry that no longer counts. */
    annule: string;
  };
  /** The opening's own fields. */
  rectifierDossier: { rectification: Partial<Dossier> };
  adopterReglement: { reglement: Adoption };
  /** Nobody answered: the refusal by silence is confirmed, its letters need not be held (REGLES §7). */
  confirmerSilence: object;
  confirmer: {
    /** Id of the fact that a second person confirms (R27: MANQUEMENT, FAUSSE_DECLARATION, DECES). */
    confirme: string;
  };
  /** The dossier should not have been opened: nothing of it counts any more. Its `motif` says why. */
  fermerParErreur: { motif: string };
}

/**
 * One line of a journey's journal: exactly one act.
 * @see ARCHITECTURE, "A fact's way in"
 */
export type EntreeJournal = { [A in ActeJournal]: EnTete & { acte: A } & Actes[A] }[ActeJournal];

/** The entry of one act: `EntreeDe<'annuler'>`. */
export type EntreeDe<A extends ActeJournal> = Extract<EntreeJournal, { acte: A }>;

/** The fact that an entry states; undefined when its act states none. */
export const evenementDe = (entree: EntreeJournal | null | undefined): Evenement | undefined =>
  entree?.acte === 'consigner' || entree?.acte === 'corriger' ? entree.evenement : undefined;

/** What became of a message sent to a journey; kept in its state for life, under the message's id. */
export interface Issue {
  id: string;
  /**
   * RETENU: counts. ECARTE: kept in the journal, counts for nothing (a rule rejects it). A_CONFIRMER: kept, counts once a second
   * person confirmed it. REFUSE: form error, kept nowhere.
   */
  statut: 'RETENU' | 'ECARTE' | 'A_CONFIRMER' | 'REFUSE';
  /** Stable code of the error catalogue; null when RETENU. */
  code: string | null;
  /** French sentence for people; null when RETENU. */
  phrase: string | null;
  /** Version of the dossier after the message. */
  version: number;
  /** REFUSE, of messages without an id: how many were refused alike that day, this one being the first. */
  memes?: { groupe: string; nombre: number };
}
