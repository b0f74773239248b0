import type { Evaluation } from '../droit/calculer';
import type { Fait } from '../faits/resoudre-journal';
import type { EtatParcours } from './parcours';

/** Code of a fact kept without effect because it would undo an effective re-registration. */
export const CODE_REINSCRIPTION_EFFECTIVE = 'REINSCRIPTION_EFFECTIVE';

/**
 * The facts, known later, that would undo a re-registration accepted in good time: they stay in the journal and count for nothing
 * (the one case where a live journey and `calculer` may part). Each is tried again at every computation.
 * @param evaluer the rules, asked about a part of the facts
 * @see R28
 */
export function faitsContraires(
  issues: EtatParcours['issues'],
  faits: readonly Fait[],
  evaluer: (faits: readonly Fait[]) => Evaluation,
): ReadonlySet<string> {
  const demande = faits.find(
    (fait) => fait.evenement.type === 'DEMANDE_REINSCRIPTION' && issues[fait.id]?.statut === 'RETENU',
  );
  const exclus = new Set<string>();
  if (demande === undefined) return exclus;
  for (const { id } of faits) {
    const connue = issues[id];
    if (connue === undefined || connue.code === CODE_REINSCRIPTION_EFFECTIVE) exclus.add(id);
  }
  const admis = () => faits.filter((fait) => !exclus.has(fait.id));
  const aTemps = () => evaluer(admis()).resultat.reinscription?.statut === 'A_TEMPS';
  if (exclus.size === 0) return exclus;
  if (!aTemps()) return new Set();
  for (const id of [...exclus]) {
    exclus.delete(id);
    if (!aTemps()) exclus.add(id);
  }
  return exclus;
}
