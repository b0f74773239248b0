import type { EntreeJournal } from '../../domain/faits/journal';
import type { Tache } from '../../registre';
import { entreeEnClair } from './evenement';

/** Types of task whose key ends with the id of a fact, then perhaps with a version: `<numero>/FAIT_ECARTE/<id>/v3`. */
const SUR_UN_FAIT = /\/(?:FAIT_ECARTE|FAIT_REDEVENU_VALIDE|A_CONFIRMER)\/(.+?)(?:\/v\d+)?$/;

/** Id of the entry that a task is about; null when it is about none. */
export const entreeDeTache = ({ cle }: Pick<Tache, 'cle'>): string | null => SUR_UN_FAIT.exec(cle)?.[1] ?? null;

/**
 * The fact that a task is about, in one line. Said by pages and not by the task itself: its sentence travels through the engine,
 * where no cause of absence is written.
 */
export function faitDeTache(tache: Pick<Tache, 'cle'>, journal: readonly EntreeJournal[]): string | null {
  const id = entreeDeTache(tache);
  const entree = journal.find((e) => e.id === id);
  return entree ? entreeEnClair(entree, journal) : null;
}
