import type { CodeCourrier } from '../domain/catalogue';
import type { DateCivile } from '../domain/dates';
import type { Dossier } from '../domain/dossier';
import type { ChangementTerme } from '../domain/parcours';
import type { Personnes } from '../domain/personnes';
import type { Destinataire, Resultat } from '../domain/resultat';

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
  /** PROLONGATION only: the end last announced, the new one; the causes are those of `resultat.prolongations`. */
  changement?: ChangementTerme;
}

/** A letter in its three forms. */
export interface CourrierRendu {
  /** Subject of the e-mail and of the letter: holds no name and no cause of absence. */
  objet: string;
  texte: string;
  html: string;
  pdf: Uint8Array;
  /** `jalon-2026-000123-45-c01-proposition.pdf` */
  nomPdf: string;
  /** Template and version: `C01_PROPOSITION@1`. */
  gabarit: string;
}
