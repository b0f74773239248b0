import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { estIllisible } from '../domain/parcours/illisible';

/** A workflow does not start from what could not be deciphered: its task fails, rings, and goes on once the key is back. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (entree, suite) => {
        if (entree.args.some(estIllisible)) throw new Error('l’état de départ ne se déchiffre pas : une clé manque');
        return suite(entree);
      },
    },
  ],
});
