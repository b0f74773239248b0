import { type ConnectionLike, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { typesDesAttributs } from '../../commun/types-des-attributs';
import { Refus } from './commun/refus';

const JOUR_S = 24 * 3_600;
/** Servers learn of a new namespace, or of a new attribute, by a cache that they read again every few seconds. */
const VU_DE_TOUS_MS = 60_000;
const PAUSE_MS = 500;

/** What an engine lacks to run journeys; all empty when nothing is to be done. */
export interface Manques {
  /** The namespace itself. */
  espace: boolean;
  /** Days that a closed journey was kept so far, when that is too short. */
  retentionJours: number | null;
  /** Search attributes, by name. */
  attributs: string[];
}

export interface EspaceVoulu {
  espace: string;
  /** How long a closed journey stays readable at least, in days: its legal archive is the register. */
  retentionJours: number;
}

/**
 * What the engine lacks; changes nothing.
 * @throws Refus ATTRIBUT_AUTRE_TYPE when a search attribute exists under another type: only its server can say what that would lose
 */
export async function examinerEspace(connection: ConnectionLike, voulu: EspaceVoulu): Promise<Manques> {
  const retention = await retentionDe(connection, voulu.espace);
  if (retention === null) return { espace: true, retentionJours: null, attributs: NOMS };
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: voulu.espace });
  const connus = new Map(Object.entries(customAttributes ?? {}));
  const autres = NOMS.filter((nom) => connus.has(nom) && connus.get(nom) !== typesDesAttributs[nom]);
  if (autres.length > 0) throw Refus.de(...autres.map((nom) => `ATTRIBUT_AUTRE_TYPE:${nom}`));
  return {
    espace: false,
    retentionJours: retention < voulu.retentionJours ? retention : null,
    attributs: NOMS.filter((nom) => !connus.has(nom)),
  };
}

/**
 * Gives the engine what it lacks, and returns once it shows it. Done again, it changes nothing: a longer retention stays as it is.
 * @returns what was lacking
 * @throws Refus ATTRIBUT_AUTRE_TYPE (nothing was changed); ESPACE_NON_PERMIS when the server lets us make nothing, as Temporal Cloud does
 */
export async function installerEspace(connection: ConnectionLike, voulu: EspaceVoulu): Promise<Manques> {
  const manques = await examinerEspace(connection, voulu);
  const { espace: namespace } = voulu;
  const retention = msToTs(voulu.retentionJours * JOUR_S * 1_000);
  await siPermis(async () => {
    if (manques.espace) {
      await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
    }
    if (manques.retentionJours !== null) {
      await connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: retention },
      });
    }
    if (manques.attributs.length > 0) {
      const searchAttributes = Object.fromEntries(manques.attributs.map((nom) => [nom, typesDesAttributs[nom]!]));
      await insister(() => connection.operatorService.addSearchAttributes({ namespace, searchAttributes }));
    }
  });
  await insister(async () => {
    const { espace, attributs: absents } = await examinerEspace(connection, voulu);
    if (espace || absents.length > 0) throw new Error(`l’espace ${namespace} n’est pas encore prêt`);
  });
  return manques;
}

/** gRPC's numbers. */
const status = { NOT_FOUND: 5, PERMISSION_DENIED: 7, UNIMPLEMENTED: 12 };

const NOMS = Object.keys(typesDesAttributs);

/** In days; null when the namespace does not exist. */
async function retentionDe(connection: ConnectionLike, namespace: string): Promise<number | null> {
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    return Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / JOUR_S;
  } catch (erreur) {
    if (isGrpcServiceError(erreur) && erreur.code === status.NOT_FOUND) return null;
    throw erreur;
  }
}

async function siPermis(travail: () => Promise<void>): Promise<void> {
  try {
    await travail();
  } catch (erreur) {
    const nonPermis =
      isGrpcServiceError(erreur) && [status.PERMISSION_DENIED, status.UNIMPLEMENTED].includes(erreur.code);
    if (nonPermis) throw Refus.de('ESPACE_NON_PERMIS');
    throw erreur;
  }
}

async function insister(travail: () => Promise<unknown>): Promise<void> {
  for (const limite = Date.now() + VU_DE_TOUS_MS; ; ) {
    try {
      await travail();
      return;
    } catch (erreur) {
      const pourDeBon = isGrpcServiceError(erreur) && erreur.code === status.PERMISSION_DENIED;
      if (pourDeBon || Date.now() > limite) throw erreur;
      await new Promise((suite) => setTimeout(suite, PAUSE_MS));
    }
  }
}
