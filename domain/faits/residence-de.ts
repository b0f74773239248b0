import type { Dossier } from '../dossier/dossier';
import type { EntreeJournal } from './journal';
import { resoudreJournal } from './resoudre-journal';

/** Zone of R2 where the person lives, rectifications included. */
export const residenceDe = ({ dossier, journal }: { dossier: Dossier; journal: readonly EntreeJournal[] }): string =>
  resoudreJournal(dossier, journal).dossier.residence;
