import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JeuParametres } from '../../../domain/droit/jeu-parametres';
import type { Reglement } from '../../../domain/droit/reglements';
import { assemblerOuvrier } from './assemblage';
import type { Lot, LotTraite } from './lot';

export interface ReglageOuvrier {
  jeu: JeuParametres;
  avecCsv: boolean;
  /** Those that the process installed: a thread knows nothing of it. */
  reglements: readonly Reglement[];
}

/** Threads that share out the pieces of a study. */
export interface Equipe {
  taille: number;
  /** @throws what a thread died of */
  traiter(lot: Lot): Promise<LotTraite>;
  fermer(): Promise<void>;
}

interface Ouvrier {
  thread: Worker;
  /** Pieces under way, in order: a thread answers in the order in which it was asked. */
  enCours: PromiseWithResolvers<LotTraite>[];
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve(valeur: T): void;
  reject(cause: unknown): void;
}

function promesse<T>(): PromiseWithResolvers<T> {
  const p = {} as PromiseWithResolvers<T>;
  p.promise = new Promise((resolve, reject) => Object.assign(p, { resolve, reject }));
  return p;
}

/** One thread per core: the study is nothing but computing. */
export function ouvrirEquipe(reglage: ReglageOuvrier, taille = availableParallelism()): Equipe {
  const code = assemblerOuvrier();
  const ouvriers = Array.from({ length: taille }, () => embaucher(code, reglage));
  return {
    taille,
    traiter(lot) {
      const libre = ouvriers.reduce((a, b) => (b.enCours.length < a.enCours.length ? b : a));
      const attente = promesse<LotTraite>();
      libre.enCours.push(attente);
      libre.thread.postMessage(lot);
      return attente.promise;
    },
    async fermer() {
      await Promise.all(ouvriers.map(({ thread }) => thread.terminate()));
    },
  };
}

function embaucher(code: string, workerData: ReglageOuvrier): Ouvrier {
  const ouvrier: Ouvrier = {
    thread: new Worker(code, { eval: true, workerData }),
    enCours: [],
  };
  const rompre = (cause: unknown) => {
    for (const attente of ouvrier.enCours.splice(0)) attente.reject(cause);
  };
  ouvrier.thread.on('message', (traite: LotTraite) => ouvrier.enCours.shift()!.resolve(traite));
  ouvrier.thread.on('error', rompre);
  ouvrier.thread.on('exit', () => rompre(new Error('Un fil de l’étude s’est arrêté.')));
  return ouvrier;
}
