import { parentPort, workerData } from 'node:worker_threads';
import type { ReglageOuvrier } from './equipe';
import { type Lot, traiterLot } from './lot';

/** A thread of a study: a piece comes, its counts go back. */
const { jeu, avecCsv } = workerData as ReglageOuvrier;
parentPort!.on('message', (lot: Lot) => parentPort!.postMessage(traiterLot(lot, jeu, avecCsv)));
