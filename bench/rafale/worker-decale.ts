import type { ActivitesCourriers } from '../../activities';
import { decalerDe } from '../../client/local/temps-simule';
import { tenirWorker } from '../parcours/tenir-worker';

/** Jalon's worker, its activities at a constant distance from the engine's time: so that a midnight comes when it is wanted. */
const avance = Number(process.env.BENCH_AVANCE_MS);

void tenirWorker((parcours, courriers) => {
  const alHeure: ActivitesCourriers = {
    // Each attempt at its own hour, as in production.
    remettre: (demande) => courriers.remettre({ ...demande, maintenant: new Date(Date.now() - avance).toISOString() }),
  };
  return { parcours: decalerDe(parcours, avance), courriers: decalerDe(alHeure, avance) };
});
