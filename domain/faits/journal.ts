import type { Dossier } from '../dossier/dossier';
import type { Surcharge } from '../dossier/parametres';
import type { Evenement } from './evenements';

/** Parameters that a journey adopts over those of its règlement, with the text they come from. @see R3 */
export interface Adoption {
  surcharge: Surcharge;
  source: string;
}

/**
 * One line of a journey's journal. Exactly one act: a fact (`evenement`, which corrects an earlier one when `remplace` is
 * given), a cancellation (`annule`), a rectification of the opening's own fields (`rectification`) or the adoption of other
 * parameters (`reglement`).
 * @see ARCHITECTURE, "A fact's way in"
 */
export interface EntreeJournal {
  /** Chosen by the author's tool, unique in the dossier for life: the same id recorded twice counts once. */
  id: string;
  evenement?: Evenement;
  remplace?: string;
  annule?: string;
  rectification?: Partial<Dossier>;
  reglement?: Adoption;
  /** Nobody answered: the refusal by silence is confirmed, its letters need not be held (REGLES §7). */
  silenceConfirme?: true;
  /** Id of the fact that a second person confirms (R27: MANQUEMENT, FAUSSE_DECLARATION, DECES). */
  confirme?: string;
  /** Given at the opening: decided before Jalon, it waits for no second person. */
  ouverture?: true;
  /** Account or system that recorded it: an id, never a name. */
  auteur: string;
  /** UTC instant, ISO 8601. */
  enregistreLe: string;
  motif?: string;
  /** Version of the dossier that the author had before her eyes. */
  versionVue?: number;
}

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
}
