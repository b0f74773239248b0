import type { Reglages } from '../reglages';
import { poserSillage } from './sillage';

/** Nothing else depends on it. */
export const SANS_COLLECTEUR = 'le collecteur ne prend pas les traces, qui sont perdues';

/**
 * Follows what this process does from now on, where the settings name a collector; elsewhere nothing is loaded, and nothing is done.
 * @param salle which process: `web`, `worker`
 * @param avertir told, once a minute at most, that the collector does not take what is sent; nothing else depends on it
 * @returns sends what is left and ends it
 */
export async function ouvrirSillage(
  { collecteur }: Pick<Reglages, 'collecteur'>,
  salle: string,
  avertir: (raison: string) => void,
): Promise<() => Promise<void>> {
  if (collecteur === null) return async () => undefined;
  const { demarrerOpenTelemetry } = await import('./opentelemetry');
  const sillage = demarrerOpenTelemetry(new URL('v1/traces', enDossier(collecteur)).href, salle, avertir);
  poserSillage(sillage);
  return async () => {
    poserSillage(null);
    await sillage.fermer();
  };
}

const enDossier = (adresse: string): string => (adresse.endsWith('/') ? adresse : `${adresse}/`);
