import { workflowInfo } from '@temporalio/workflow';
import type { Constat } from '../../activities';
import { verifierPage, verifierRecents } from './activites';
import type { BilanCoherence, BilanInacheves, DemandeInacheves } from './messages';

/** What a result carries: enough to see what is wrong, well under the two megabytes of the engine. */
const CONSTATS_MAX = 200;

export const bilanVide = (): BilanCoherence => ({ dossiers: 0, suites: {}, constats: [], apres: '' });

/**
 * Compares register and engine: what is recent, then one part of the fleet after where the last run stopped, or all of it.
 * @param bilan what is found so far: its reader sees it grow
 */
export async function comparer({ etendue, reparer }: DemandeInacheves, bilan: BilanCoherence): Promise<BilanCoherence> {
  noter(bilan, await verifierRecents({ reparer }));
  let apres: string | null = etendue === 'LEGERE' ? arretDeLaDerniere() : '';
  do {
    const page: Awaited<ReturnType<typeof verifierPage>> = await verifierPage({ apres, reparer });
    noter(bilan, page.constats);
    bilan.dossiers += page.dossiers;
    apres = page.apres;
  } while (etendue === 'ENTIERE' && apres !== null);
  return { ...bilan, apres: apres ?? '' };
}

/** The Schedule gives each run the result of the one before. */
function arretDeLaDerniere(): string {
  const derniere = workflowInfo().lastResult as Partial<BilanInacheves> | undefined;
  const apres: unknown = derniere?.coherence?.apres;
  return typeof apres === 'string' ? apres : '';
}

/** What is recent is in the fleet too: said once. */
function noter(bilan: BilanCoherence, constats: readonly Constat[]): void {
  for (const constat of constats) {
    if (bilan.constats.some((dit) => memeConstat(dit, constat))) continue;
    bilan.suites[constat.suite] = (bilan.suites[constat.suite] ?? 0) + 1;
    if (bilan.constats.length < CONSTATS_MAX) bilan.constats.push(constat);
  }
}

const memeConstat = (a: Constat, b: Constat): boolean =>
  a.sorte === b.sorte && a.numero === b.numero && a.suite === b.suite && a.detail === b.detail;
