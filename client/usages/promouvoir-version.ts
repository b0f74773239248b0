import { type Client, isGrpcServiceError } from '@temporalio/client';
import { DEPLOIEMENT } from '../../commun/deploiement';
import { Refus } from './commun/refus';

/** What becomes of a release; `null` stands for the workers that bear no name. */
export interface Promotion {
  version: string | null;
  /** Share of the workflows, in percent, that move to it; all of them, and new ones, unless said. 0: none any more. */
  part?: number;
}

/**
 * Tells the engine which release goes on with what lives: each workflow moves to it at its next task, and no other worker gets any of
 * it. What one release began, another may go on with (`jalon rejouer` says so beforehand); promoted back, the former takes all again.
 * @throws Refus VERSION_SANS_WORKER (nothing was changed), VERSION_NON_PERMISE
 */
export async function promouvoirVersion(client: Client, { version, part }: Promotion): Promise<void> {
  const demande = {
    namespace: client.options.namespace,
    deploymentName: DEPLOIEMENT,
    buildId: version ?? '',
    identity: 'jalon',
    // Nobody may be there yet, or any more, without a name: it is then known beforehand.
    allowNoPollers: version === null,
    ignoreMissingTaskQueues: version === null,
  };
  const { workflowService } = client;
  try {
    if (part === undefined) await workflowService.setWorkerDeploymentCurrentVersion(demande);
    else await workflowService.setWorkerDeploymentRampingVersion({ ...demande, percentage: part });
  } catch (erreur) {
    if (!isGrpcServiceError(erreur)) throw erreur;
    if (SANS_WORKER.includes(erreur.code)) throw Refus.de(`VERSION_SANS_WORKER:${version}`);
    if (NON_PERMIS.includes(erreur.code)) throw Refus.de('VERSION_NON_PERMISE');
    throw erreur;
  }
}

/** gRPC's numbers: NOT_FOUND, FAILED_PRECONDITION; PERMISSION_DENIED, UNIMPLEMENTED. */
const SANS_WORKER = [5, 9];
const NON_PERMIS = [7, 12];
