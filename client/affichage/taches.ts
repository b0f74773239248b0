import { entretiensLegaux, estEntretienLegal } from '../../domain/faits/entretiens';
import type { TypeEvenement } from '../../domain/faits/evenements';
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

/** Types of task whose key names an échéance that nothing recorded meets. */
const SUR_UNE_ECHEANCE = /\/ECHEANCE_(?:PROCHE|DEPASSEE)\/([A-Z_]+)\//;

/** The event that a task waits for, to be recorded: it alone sees to it; null when any gesture will do. */
export function aConsigner({ cle }: Pick<Tache, 'cle'>): TypeEvenement | null {
  const [, echeance = ''] = SUR_UNE_ECHEANCE.exec(cle) ?? [];
  if (estEntretienLegal(echeance)) return entretiensLegaux[echeance].fait;
  return echeance === 'REINSCRIPTION' ? 'DEMANDE_REINSCRIPTION' : null;
}

/** What a task asked, once it is closed: that nothing was recorded is no longer to be said. */
export const libelleClos = ({ libelle }: Pick<Tache, 'libelle'>): string =>
  libelle.replace(/,? et rien n’est consigné/, '');
