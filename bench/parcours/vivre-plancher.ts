import { setTimeout as attendre } from 'node:timers/promises';
import type { Ouvrier } from './enfant';
import { enMoyenne, type Histoire, lireHistoire } from './histoire';
import { type Cout, mesurerVies, type Repos } from './mesurer';
import type { Place } from './place';
import type { Geste, Plancher } from './plancher';
import { PAUSE_MS } from './vie';

/** Lives of the floor, by what one cost. */
export interface VieDePlancher extends Cout, Histoire {}

const ECHEANCES = 12;
const SIGNAUX = 3;

/** Lives of the floor at once, begun one after the other over a pause, so that their timers do not ring together. */
export async function vivrePlancher(
  place: Place,
  ouvrier: Ouvrier,
  { nom, vies, repos, geste }: { nom: string; vies: number; repos: Repos; geste: Geste },
): Promise<VieDePlancher> {
  const { workflow } = place.clientNu;
  const ids = Array.from({ length: vies }, (_, i) => `plancher-${geste}-${nom}-${i}`);
  const demande: Plancher = { echeances: ECHEANCES, signaux: SIGNAUX, pauseMs: PAUSE_MS, geste };
  const vivre = async (workflowId: string, i: number) => {
    await attendre((i * PAUSE_MS) / vies);
    const vie = await workflow.start('plancher', { workflowId, taskQueue: 'plancher', args: [demande] });
    for (let s = 1; s <= SIGNAUX; s += 1) {
      await attendre((ECHEANCES * PAUSE_MS) / (SIGNAUX + 1));
      await vie.signal('signal');
    }
    await vie.result();
  };
  const cout = await mesurerVies(place, ouvrier, { repos, vies }, async () => {
    await Promise.all(ids.map(vivre));
  });
  const vecues = await Promise.all(ids.map((id) => lireHistoire(workflow.getHandle(id))));
  return { ...cout, ...enMoyenne(vecues) };
}
