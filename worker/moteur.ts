import { type Logger as LoggerSdk, NativeConnection, Runtime } from '@temporalio/worker';
import type { Journal } from '../commun/journaux';
import { refusDuMoteur } from '../commun/refus-moteur';
import { ErreurReglage, type Reglages } from '../commun/reglages';
import { BATTEMENT_WORKER } from './battement';
import { type Patience, patienter } from './patienter';

const NIVEAUX = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The SDK's messages in our log; what it attaches is redacted like the rest. */
export function journalDuSdk(journal: Journal): LoggerSdk {
  const ecrire = (niveau: keyof typeof NIVEAUX) => (message: string, meta?: object) =>
    journal[NIVEAUX[niveau]]({ ...meta }, message);
  return {
    log: (niveau, message, meta) => ecrire(niveau)(message, meta),
    trace: ecrire('TRACE'),
    debug: ecrire('DEBUG'),
    info: ecrire('INFO'),
    warn: ecrire('WARN'),
    error: ecrire('ERROR'),
  };
}

/**
 * Once per process, before anything of the SDK: logs, metrics, and signals left to us.
 * @throws ErreurReglage when the address of the metrics cannot be had
 */
export function installerRuntime({ metriques }: Pick<Reglages, 'metriques'>, journal: Journal): void {
  try {
    installer(metriques, journal);
  } catch (erreur) {
    const { message } = erreur as Error;
    if (metriques === null || !/prometheus/i.test(message)) throw erreur;
    const raison = message.slice(message.lastIndexOf(': ') + 2);
    throw new ErreurReglage(
      `JALON_METRIQUES vaut « ${metriques} », où rien ne peut être ouvert (${raison}) : donnez une autre adresse.`,
    );
  }
}

function installer(metriques: Reglages['metriques'], journal: Journal): void {
  Runtime.install({
    logger: journalDuSdk(journal),
    shutdownSignals: [],
    workerHeartbeatInterval: BATTEMENT_WORKER,
    telemetryOptions: {
      // The native part speaks to the console by default: why a workflow task fails would stand beside the log, neither JSON nor redacted.
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(metriques ? { metrics: { prometheus: { bindAddress: metriques } } } : {}),
    },
  });
}

async function connecter(moteur: Reglages['temporal']): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect({ address: moteur.adresse, ...moteur.acces });
  } catch (cause) {
    const raison = await refusDuMoteur(moteur);
    throw raison === null ? cause : new Error(raison, { cause });
  }
}

/** Connects, waiting for an engine that is still starting; one that does not take us is waited for too, and the log says why. */
export const joindreMoteur = (reglages: Pick<Reglages, 'temporal'>, patience: Patience): Promise<NativeConnection> =>
  patienter('le moteur ne répond pas encore, le worker l’attend', () => connecter(reglages.temporal), patience);
