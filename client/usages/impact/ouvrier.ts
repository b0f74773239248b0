import { parentPort, workerData } from 'node:worker_threads';
import { installerReglements } from '../../../domain/droit/reglements';
import type { ReglageOuvrier } from './equipe';
import { type Lot, traiterLot } from './lot';

/** A thread of a study: a piece comes, its counts go back. */
const { jeu, avecCsv, reglements } = workerData as ReglageOuvrier;
installerReglements(reglements);
parentPort!.on('message', (lot: Lot) => parentPort!.postMessage(traiterLot(lot, jeu, avecCsv)));
