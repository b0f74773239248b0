import { machine } from '../test/outils/flotte';
import { direParc } from './parc/dire';
import { garerParTours } from './parc/garer';
import { lancerOuvriers } from './parc/ouvriers';
import { toutRedemarrer } from './parc/redemarrer';
import { reveillerATour } from './parc/reveiller';
import { monterPlace } from './parcours/place';
import { fr, garderResultat } from './resultats';

/**
 * `npm run bench -- parc [parcours]`: what a journey costs while nothing happens to it, beside the least that a parked journey asks of
 * Temporal (`parcours/plancher.ts`) on the same server in the same run: bytes at the engine, memory of a worker as they grow in number, what
 * waking one costs that no worker remembers, and how long everything takes to start again among them.
 */
const PARCOURS_PAR_DEFAUT = 1_000;

async function mesurer(parcours: number): Promise<void> {
  const place = await monterPlace();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.fermer().finally(() => process.exit(1)));
  try {
    console.log(`parc          ${fr(parcours)} parcours garés, ${machine()}`);
    const ouvriers = await lancerOuvriers(place);
    const { points, ids, numeros } = await garerParTours(place, ouvriers, parcours);
    const redemarrage = await toutRedemarrer(place, ouvriers, numeros);
    const reveils = await reveillerATour(place, ouvriers, { ids, numeros });
    const figures = direParc({ points, redemarrage, reveils });
    garderResultat('parc', { versions: place.versions, parcours, ...figures, points, redemarrage, reveils });
  } finally {
    await place.fermer();
  }
}

mesurer(Number(process.argv[3] ?? PARCOURS_PAR_DEFAUT)).catch((erreur) => {
  console.error(erreur);
  process.exitCode = 1;
});
