import type { DateCivile } from '../domain/calendrier/dates';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import type { Dossier } from '../domain/dossier/dossier';
import type { Parametres } from '../domain/dossier/parametres';
import type { Personnes } from '../domain/dossier/personnes';
import type { Destinataire, Resultat } from '../domain/dossier/resultat';
import type { DouteDuParcours } from '../domain/droit/doutes-du-parcours';
import type { EntretienLegal } from '../domain/faits/entretiens';
import type { Evenement } from '../domain/faits/evenements';
import type { ChangementTerme } from '../domain/parcours/parcours';
import type { RendezVous } from '../domain/rendez-vous/rendez-vous';

/** Everything a letter is made of: the same data gives the same bytes. */
export interface DonneesCourrier {
  code: CodeCourrier;
  destinataire: Destinataire;
  /** `<numero>/<code>/<destinataire>/<base>` */
  cle: string;
  numero: string;
  /** Day of departure: relative words ("il vous reste 7 jours") count from it. */
  jour: DateCivile;
  base: string;
  personnes: Personnes;
  dossier: Dossier;
  resultat: Resultat;
  /** PROLONGATION, and the letter that carries one: the end last announced, the new one; the causes are those of `resultat.prolongations`. */
  changement?: ChangementTerme;
  /** What the règlement fixes, adopted parameters and those of the agency laid over; the règlement's own when absent. */
  parametres?: Parametres;
  /** Doubts on which its dates rest. @see REGLES §9 */
  doutes?: DouteDuParcours[];
  /** RDV_* and ATELIER_INSCRIPTION: theirs. Of a letter that asks for an interview: the appointment already made for it. */
  rendezVous?: RendezVous;
  /** Letters that may ask for an interview beside what they tell: those that the journal holds are no longer to be asked for. */
  tenus?: EntretienLegal[];
  /** RDV_*: letters about something else that gave this appointment as it was, which nothing corrected since: it says so of each. */
  rendezVousDits?: CourrierFaux[];
  /** REJET only: the declaration that does not count, and why. */
  declaration?: { evenement: Evenement; code: string; phrase: string };
  /** SORTIE_DECIDEE only: what its author holds against the person; without it, the letter only announces. */
  faits?: string;
  /** RECTIFICATION only: the data of the letter that became false, and the day it left. */
  rectifie?: CourrierFaux;
  /** Letters that became false and that this one takes the place of: it says which, and what changes. */
  remplace?: CourrierFaux[];
}

/** A letter that left and became false: its data, and the day it left. */
export interface CourrierFaux {
  donnees: DonneesCourrier;
  partiLe: DateCivile;
}

/** A letter for the screen. */
export interface CourrielRendu {
  /** Subject of the e-mail and of the letter: holds no name and no cause of absence. */
  objet: string;
  texte: string;
  html: string;
  /** Template and version: `C01_PROPOSITION@1`. */
  gabarit: string;
}

/** A letter in all its forms. */
export interface CourrierRendu extends CourrielRendu {
  /** At most two segments, without a name or a cause; null for a code that the catalogue does not send by SMS. */
  sms: string | null;
  pdf: Uint8Array;
  /** Pages of its paper form: what the mail room counts. */
  pages: number;
  /** `jalon-2026-000123-45-c01-proposition.pdf` */
  nomPdf: string;
}
