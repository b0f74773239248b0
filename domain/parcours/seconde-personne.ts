import { type EntreeJournal, evenementDe, type Issue } from '../faits/journal';
import type { Fait } from '../faits/resoudre-journal';
import { motifsADeux } from '../faits/types/sortie';

export const exigeSecondePersonne = ({ evenement }: Pick<Fait, 'evenement'>): boolean =>
  evenement.type === 'SORTIE' && motifsADeux.includes(evenement.motif);

/**
 * Facts that wait for a second person: recorded, shown, and counting for nothing. One that already counted, or that was given at
 * the opening, waits for nobody; what a waiting one corrects stands until it is confirmed.
 */
export function faitsAConfirmer(
  faits: readonly Fait[],
  journal: readonly EntreeJournal[],
  issues: Readonly<Record<string, Issue>>,
): FaitsAConfirmer {
  const entrees = new Map(journal.map((entree) => [entree.id, entree]));
  const confirmes = new Set(journal.flatMap((e) => (e.acte === 'confirmer' ? [e.confirme] : [])));
  const attend = (fait: Fait): boolean =>
    exigeSecondePersonne(fait) &&
    !confirmes.has(fait.id) &&
    issues[fait.id]?.statut !== 'RETENU' &&
    entrees.get(fait.id)?.ouverture !== true;
  /** What counts in its place: nothing, or what it corrects. */
  const tenant = (fait: Fait): Fait[] => {
    if (!attend(fait)) return [fait];
    const entree = entrees.get(fait.id);
    const corrigee = entree?.acte === 'corriger' ? entrees.get(entree.remplace) : undefined;
    const evenement = evenementDe(corrigee);
    return corrigee && evenement ? tenant({ id: corrigee.id, evenement }) : [];
  };
  return {
    aConfirmer: new Map(faits.filter(attend).map((fait) => [fait.id, fait])),
    comptables: faits.flatMap(tenant),
  };
}

export interface FaitsAConfirmer {
  aConfirmer: Map<string, Fait>;
  /** Those that count meanwhile, in their places. */
  comptables: Fait[];
}
