import type { MotifFin } from '../dossier/resultat';
import type { CodeCourrier } from './codes-courrier';

/**
 * Ends of the CSP that one letter tells whole: those that a job, a company or a pension brings, and those that someone decided. The term
 * and the others ask for a registration, and C13 or C14 tells them.
 * @see R14, R25, R27
 */
export const ANNONCES_DE_FIN = {
  EMPLOI_DURABLE: 'FIN_POUR_EMPLOI',
  REPRISE_EMPLOI: 'FIN_POUR_EMPLOI',
  CREATION_ENTREPRISE: 'FIN_POUR_EMPLOI',
  RETRAITE: 'FIN_POUR_RETRAITE',
  MANQUEMENT: 'SORTIE_DECIDEE',
  FAUSSE_DECLARATION: 'SORTIE_DECIDEE',
} as const satisfies Partial<Record<MotifFin, CodeCourrier>>;

const annonces: Partial<Record<MotifFin, CodeCourrier>> = ANNONCES_DE_FIN;

/** The letter that tells an end, when one does; of no other end does it say anything true. */
export const annonceDeFin = (motif: MotifFin | null | undefined): CodeCourrier | undefined =>
  motif ? annonces[motif] : undefined;

/** The letters that tell an end: each says, of another that left, that it no longer counts. */
export const codesAnnoncesDeFin: readonly CodeCourrier[] = [...new Set(Object.values(ANNONCES_DE_FIN))];
