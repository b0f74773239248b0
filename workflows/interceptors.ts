import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { estIllisible } from '../domain/parcours/illisible';
import { direSonEchec } from './echecs/dire';

/**
 * A workflow does not start from what could not be deciphered: its task fails, rings, and goes on once the key is back. Why a task
 * fails is told to the log of the worker.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (entree, suite) =>
        direSonEchec(async () => {
          if (entree.args.some(estIllisible)) throw new Error('l’état de départ ne se déchiffre pas : une clé manque');
          return suite(entree);
        }),
      handleSignal: (entree, suite) => direSonEchec(() => suite(entree)),
    },
  ],
});
