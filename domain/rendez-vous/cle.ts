import type { CodeCourrier } from '../catalogue/catalogue';
import { type SorteRendezVous, sortes } from './sortes';

/** Letters about an appointment, by what they say of it. */
export const codesRendezVous = [
  'RDV_CONVOCATION',
  'ATELIER_INSCRIPTION',
  'RDV_DEPLACE',
  'RDV_ANNULE',
  'RDV_RAPPEL',
  'RDV_MANQUE',
] as const satisfies readonly CodeCourrier[];
export type CodeRendezVous = (typeof codesRendezVous)[number];

/** Those that tell when and where it takes place. */
const ANNONCES: readonly CodeRendezVous[] = ['RDV_CONVOCATION', 'ATELIER_INSCRIPTION', 'RDV_DEPLACE'];
export const estAnnonce = (code: string): boolean => (ANNONCES as readonly string[]).includes(code);

/** One is convened to an interview, and enrolled in a workshop. */
export const codePremiereAnnonce = (sorte: SorteRendezVous): CodeRendezVous =>
  sortes[sorte].surInscription ? 'ATELIER_INSCRIPTION' : 'RDV_CONVOCATION';
