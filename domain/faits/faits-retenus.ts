import type { Resultat } from '../dossier/resultat';
import { type EntreeJournal, evenementDe, type Issue } from './journal';
import type { Fait } from './resoudre-journal';
import { motifsExclusion } from './types/sortie';

/** The facts that the rules count, under the ids that a situation gives them: what waits for a second person leaves what it corrects. */
export function faitsComptes(
  journal: readonly EntreeJournal[],
  situes: readonly { id: string; statut: Issue['statut'] }[],
): Fait[] {
  const entrees = new Map(journal.map((entree) => [entree.id, entree]));
  return situes.flatMap(({ id, statut }): Fait[] => {
    const evenement = statut === 'RETENU' ? evenementDe(entrees.get(id)) : undefined;
    return evenement === undefined ? [] : [{ id, evenement }];
  });
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
