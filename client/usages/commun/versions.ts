import { type Client, isGrpcServiceError } from '@temporalio/client';
import { DEPLOIEMENT } from '../../../commun/deploiement';

/** A release that the engine has seen workers of. */
export interface VersionConnue {
  version: string;
  /** COURANTE: what lives goes on with it. EN_ESSAI: a share of it does. ATTEND: never promoted. RETIREE: was. */
  etat: 'COURANTE' | 'EN_ESSAI' | 'ATTEND' | 'RETIREE';
  /** Share of the workflows, in percent, that it is tried on. */
  part: number | null;
  /** UTC instant, ISO 8601, of its first worker. */
  depuis: string;
}

/** What the engine knows of the releases, the last one first. */
export interface VersionsConnues {
  /** The one that what lives goes on with; null: the workers that bear no name. */
  courante: string | null;
  versions: VersionConnue[];
}

/** gRPC's NOT_FOUND: no worker ever bore a name; UNIMPLEMENTED: an engine that knows of none. */
const AUCUNE = [5, 12];

/** The releases as the engine knows them. */
export async function lireVersions(client: Client): Promise<VersionsConnues> {
  try {
    const { workerDeploymentInfo } = await client.workflowService.describeWorkerDeployment({
      namespace: client.options.namespace,
      deploymentName: DEPLOIEMENT,
    });
    const { routingConfig, versionSummaries } = workerDeploymentInfo ?? {};
    const courante = routingConfig?.currentDeploymentVersion?.buildId || null;
    const essai = routingConfig?.rampingDeploymentVersion?.buildId || null;
    const versions = (versionSummaries ?? []).map((connue): VersionConnue => {
      const version = connue.deploymentVersion?.buildId ?? '?';
      const retiree = connue.lastDeactivationTime ? 'RETIREE' : 'ATTEND';
      return {
        version,
        etat: version === courante ? 'COURANTE' : version === essai ? 'EN_ESSAI' : retiree,
        part: version === essai ? (routingConfig?.rampingVersionPercentage ?? 0) : null,
        depuis: new Date(Number(connue.createTime?.seconds ?? 0) * 1_000).toISOString(),
      };
    });
    return { courante, versions: versions.sort((a, b) => (a.depuis < b.depuis ? 1 : -1)) };
  } catch (erreur) {
    if (isGrpcServiceError(erreur) && AUCUNE.includes(erreur.code)) return { courante: null, versions: [] };
    throw erreur;
  }
}
