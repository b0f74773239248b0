import { setTimeout as dormir } from 'node:timers/promises';
import { autresEnChemin, type DossierInscrit, lireDossier, type Registre } from '../../../registre';

/** How long an act waits for the one before it, and how often it looks: a journey takes a message in within a second. */
const ATTENTE_MS = 3_000;
const REGARD_MS = 100;

/** A dossier, and the messages still on their way to it. */
export interface Arrive {
  inscrit: DossierInscrit;
  /** Ids of those that no worker took in meanwhile. */
  enChemin: string[];
}

/**
 * A dossier once its journey has taken in what was confirmed just before: an act confirmed within the same second, on a preview of the same
 * state, is then answered with what changed. What no worker takes in holds nobody.
 * @param id the act about to be recorded, which may itself be on its way
 */
export async function apresCeQuiArrive(registre: Registre, inscrit: DossierInscrit, id: string): Promise<Arrive> {
  const { numero } = inscrit;
  let enChemin = await autresEnChemin(registre, numero, id);
  if (enChemin.length === 0) return { inscrit, enChemin };
  for (let attendu = 0; attendu < ATTENTE_MS && enChemin.length > 0; attendu += REGARD_MS) {
    await dormir(REGARD_MS);
    enChemin = await autresEnChemin(registre, numero, id);
  }
  return { inscrit: (await lireDossier(registre, numero)) ?? inscrit, enChemin };
}
