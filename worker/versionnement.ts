import type { WorkerOptions } from '@temporalio/worker';
import { DEPLOIEMENT } from '../commun/deploiement';

/**
 * How workers of a named release stand beside those of another: the engine gives each workflow to one of the two, and moves it to the
 * current one at its next task. Nothing is ever pinned to a release: a journey outlives them all.
 * @param version null: workers take whatever comes, which is right where one release stops before the next begins
 * @see docs/decisions/024
 */
export const versionnement = (version: string | null): Pick<WorkerOptions, 'workerDeploymentOptions'> =>
  version === null
    ? {}
    : {
        workerDeploymentOptions: {
          version: { deploymentName: DEPLOIEMENT, buildId: version },
          useWorkerVersioning: true,
          defaultVersioningBehavior: 'AUTO_UPGRADE',
        },
      };
