import type { ActivitesCourriers } from '../../activities';
import { decalerDe } from '../../client/local/temps-simule';
import { tenirWorker } from '../parcours/tenir-worker';

/**
 * Jalon's worker, its activities at a constant distance from the engine's time: so that a midnight comes when it is wanted. Its parent says
 * it once all is ready; a worker that takes the place of another is told at its start.
 */
let avance = Number(process.env.BENCH_AVANCE_MS);
process.on('message', (ms: number) => {
  avance = ms;
  process.send?.('note');
});

void tenirWorker((parcours, courriers) => {
  const alHeure: ActivitesCourriers = {
    // Each attempt at its own hour, as in production.
    remettre: (demande) => courriers.remettre({ ...demande, maintenant: new Date(Date.now() - avance).toISOString() }),
  };
  return {
    parcours: {
      situer: (demande) => decalerDe(parcours, avance).situer(demande),
      inscrire: (demande) => decalerDe(parcours, avance).inscrire(demande),
    },
    courriers: { remettre: (demande) => decalerDe(alHeure, avance).remettre(demande) },
  };
});
