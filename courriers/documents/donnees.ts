import type { DateCivile } from '../../domain/calendrier/dates';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Parametres } from '../../domain/dossier/parametres';
import type { Personnes } from '../../domain/dossier/personnes';
import type { Situation } from '../../domain/parcours/situation';
import type { ActionPlan, RendezVous } from '../../domain/rendez-vous/rendez-vous';

/** Documents that the person keeps, in the order in which the journey wants them. */
export const sortesDocument = ['CARNET', 'PSP', 'POINT_ETAPE', 'BILAN', 'MES_DATES'] as const;
export type SorteDocument = (typeof sortesDocument)[number];

/** A line of the shared plan, and the appointment where it was agreed when that is known. */
export type ActionDocument = ActionPlan & { rendezVous?: string | null };

/** Everything a document is made of: the same data gives the same bytes. */
export interface DonneesDocument {
  sorte: SorteDocument;
  /** Day it is made: "à venir" and "passé" count from it. */
  jour: DateCivile;
  numero: string;
  personnes: Personnes;
  dossier: Dossier;
  situation: Situation;
  rendezVous: readonly RendezVous[];
  actions: readonly ActionDocument[];
  /** What the règlement fixes, adopted parameters and those of the agency laid over; the règlement's own when absent. */
  parametres?: Parametres;
}

export interface DocumentRendu {
  pdf: Uint8Array;
  /** `jalon-2026-000123-07-carnet.pdf` */
  nomPdf: string;
  /** Template and version: `CARNET@1`. */
  gabarit: string;
}
