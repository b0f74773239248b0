import type { Periode } from '../calendrier/intervalles';
import type { Etape } from '../dossier/etats';
import type { MemoireCourrier, ModeEnvoi } from '../parcours/parcours';
import type { Vecu } from '../parcours/vie-courrier';
import type { RendezVous } from './rendez-vous';

/** What is remembered of a letter on the appointment, by key: what the life of any letter depends on, and what this one is. */
export type MemoireRendezVous = Vecu & Pick<MemoireCourrier, 'code' | 'base' | 'date'>;

/** The state of the mail of one appointment, and the input of its workflow. */
export interface EtatRendezVous {
  v: 1;
  id: string;
  numero: string;
  courriers: Record<string, MemoireRendezVous>;
}

export interface QuestionRendezVous {
  /** The appointment as the register holds it; instants in ISO 8601. */
  rendezVous: RendezVous & { fixeLe: string; closLe: string | null };
  dossier: {
    etat: Etape | null;
    /** A death was reported, confirmed or not. */
    decesSignale: boolean;
    residence: string;
    /** Days of the CSP on which the person is not expected. */
    suspensions: readonly Periode[];
  };
  /** Zone whose clock the appointment is read on. */
  zone: string;
  courriers: Readonly<Record<string, MemoireRendezVous>>;
  /** Keys of the letters whose attempt is under way. */
  enCours: readonly string[];
  /** UTC instant, ISO 8601. */
  maintenant: string;
  envoi: ModeEnvoi;
  /** Minutes between an act and the letter it gives birth to: time enough to take a slip back. */
  sursisMinutes: number;
  /** Someone acted since the last question, or released what was held. */
  relance: boolean;
}
