import type { EntreeJournal, Issue } from '../faits/journal';
import type { Fait } from '../faits/resoudre-journal';
import { motifsADeux } from '../faits/types/sortie';

export const exigeSecondePersonne = ({ evenement }: Pick<Fait, 'evenement'>): boolean =>
  evenement.type === 'SORTIE' && motifsADeux.includes(evenement.motif);

/**
 * Facts that wait for a second person: recorded, shown, and counting for nothing. One that already counted, or that was given at
 * the opening, waits for nobody.
 */
export function faitsAConfirmer(
  faits: readonly Fait[],
  journal: readonly EntreeJournal[],
  issues: Readonly<Record<string, Issue>>,
): Map<string, Fait> {
  const entrees = new Map(journal.map((entree) => [entree.id, entree]));
  const confirmes = new Set(journal.flatMap((e) => (e.acte === 'confirmer' ? [e.confirme] : [])));
  return new Map(
    faits
      .filter((fait) => exigeSecondePersonne(fait) && !confirmes.has(fait.id))
      .filter(({ id }) => issues[id]?.statut !== 'RETENU' && entrees.get(id)?.ouverture !== true)
      .map((fait) => [fait.id, fait]),
  );
}
