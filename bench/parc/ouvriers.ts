import type { Ouvrier } from '../parcours/enfant';
import { lancerPlancher } from '../parcours/lancer-plancher';
import type { Place } from '../parcours/place';

/** The workers of a run, which ends them and begins them again. */
export interface Ouvriers {
  nu: Ouvrier;
  jalon: Ouvrier;
}

export const lancerOuvriers = async (place: Place): Promise<Ouvriers> => ({
  nu: await lancerPlancher(place),
  jalon: await place.lancer('worker/demarrer.ts'),
});

/** Ends them as a power cut would, and begins others: nobody remembers a journey. */
export async function remplacerOuvriers(place: Place, ouvriers: Ouvriers): Promise<void> {
  await Promise.all([ouvriers.nu.arreter(), ouvriers.jalon.arreter()]);
  Object.assign(ouvriers, await lancerOuvriers(place));
}
