import { lireCle } from '../catalogue/cle-courrier';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { EntreeJournal } from '../faits/journal';

export interface QuestionSursis {
  journal: readonly EntreeJournal[];
  /** UTC instant, ISO 8601. */
  maintenant: string;
  /** How long a letter born of a recorded fact is held before it leaves; 0: not at all. */
  sursisMinutes: number;
  /** Keys of the letters wanted today. */
  voulus: Iterable<string>;
  /** Keys of those wanted if only these entries were known. */
  voulusSelon: (journal: readonly EntreeJournal[]) => ReadonlySet<string>;
}

/** Until when a letter born of an act is held: time enough to take a slip back. @param acteLe UTC instant, ISO 8601 */
export const finDuSursis = (acteLe: string, sursisMinutes: number): string =>
  new Date(Date.parse(acteLe) + sursisMinutes * 60_000).toISOString();

/** Letters whose key is born of the journey's own memory: no earlier journal can tell whether it wanted them. */
const NES_DU_PARCOURS: readonly (CodeCourrier | undefined)[] = ['PROLONGATION', 'RECTIFICATION'];

/**
 * The instants before which letters may not leave: an hour or so after the fact that gave birth to each was recorded, time
 * enough to take a slip back. A letter that was wanted before is not held, nor one of the opening, which was looked at whole.
 * @returns by key; only those held
 */
export function planchersDuSursis(question: QuestionSursis): Map<string, string> {
  const { journal, maintenant, sursisMinutes, voulusSelon } = question;
  const planchers = new Map<string, string>();
  const fin = (quand: string) => finDuSursis(quand, sursisMinutes);
  const recents = journal.filter((e) => !e.ouverture && fin(e.enregistreLe) > maintenant);
  if (sursisMinutes === 0 || recents.length === 0) return planchers;
  const aNaitre = new Set(question.voulus);
  const instants = [...new Set(recents.map((e) => e.enregistreLe))].sort().reverse();
  for (const quand of instants) {
    const avant = voulusSelon(journal.filter((e) => e.enregistreLe < quand));
    for (const cle of aNaitre) {
      if (avant.has(cle) && !NES_DU_PARCOURS.includes(lireCle(cle)?.code)) continue;
      planchers.set(cle, fin(quand));
      aNaitre.delete(cle);
    }
  }
  return planchers;
}
