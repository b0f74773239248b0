import { setTimeout as dormir } from 'node:timers/promises';
import { autreEnChemin, type DossierInscrit, lireDossier, type Registre } from '../../../registre';

/** How long an act waits for the one before it, and how often it looks: a journey takes a message in within a second. */
const ATTENTE_MS = 3_000;
const REGARD_MS = 100;

/**
 * A dossier once its journey has taken in what was confirmed just before: an act confirmed within the same second, on a preview of the same
 * state, is then answered with what changed. What no worker takes in holds nobody.
 * @param id the act about to be recorded, which may itself be on its way
 */
export async function apresCeQuiArrive(
  registre: Registre,
  inscrit: DossierInscrit,
  id: string,
): Promise<DossierInscrit> {
  const { numero } = inscrit;
  if (!(await autreEnChemin(registre, numero, id))) return inscrit;
  for (let attendu = 0; attendu < ATTENTE_MS; attendu += REGARD_MS) {
    await dormir(REGARD_MS);
    if (!(await autreEnChemin(registre, numero, id))) break;
  }
  return (await lireDossier(registre, numero)) ?? inscrit;
}
