import { mettreALHeure } from './mettre-a-l-heure';
import { tenirWorker } from './tenir-worker';

/** Jalon's worker, its activities by the clocks of their lives. */
void tenirWorker(mettreALHeure);
