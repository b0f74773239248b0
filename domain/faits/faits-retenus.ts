import type { Resultat } from '../dossier/resultat';
import { type EntreeJournal, evenementDe } from './journal';
import type { Fait } from './resoudre-journal';
import { motifsExclusion } from './types/sortie';

/** An entry of a journal that records an exclusion. */
export function estExclusion(entree: EntreeJournal): boolean {
  const evenement = evenementDe(entree);
  return evenement?.type === 'SORTIE' && motifsExclusion.includes(evenement.motif);
}

/**
 * What the author of an exclusion holds against the person, as recorded with the exit that ended the CSP; null when it ended otherwise, or
 * when nothing was written.
 * @see R27
 */
export function faitsRetenus(
  faits: readonly Fait[],
  { motifFin, dateFinCsp }: Pick<Resultat, 'motifFin' | 'dateFinCsp'>,
): string | null {
  const sortie = faits.findLast(
    ({ evenement: e }) => e.type === 'SORTIE' && e.motif === motifFin && e.date === dateFinCsp,
  )?.evenement;
  if (sortie?.type !== 'SORTIE' || !motifsExclusion.includes(sortie.motif)) return null;
  return sortie.faits?.trim() || null;
}
