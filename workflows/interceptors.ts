import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { estIllisible } from '../domain/parcours/illisible';
import { direSonEchec } from './echecs/dire';
import { relayerSillage } from './sillage';

/**
 * A workflow does not start from what could not be deciphered: its task fails, rings, and goes on once the key is back. Why a task
 * fails is told to the log of the worker. What a message belongs to goes with what follows from it.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const { recevoir, relais } = relayerSillage();
  return {
    inbound: [
      {
        execute: (entree, suite) =>
          direSonEchec(async () => {
            if (entree.args.some(estIllisible))
              throw new Error('l’état de départ ne se déchiffre pas : une clé manque');
            recevoir(entree.headers);
            return suite(entree);
          }),
        handleSignal: (entree, suite) =>
          direSonEchec(() => {
            recevoir(entree.headers);
            return suite(entree);
          }),
      },
    ],
    outbound: [relais],
  };
};
