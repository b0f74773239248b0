import { enAttenteDeVeille, libererInterruptions, tracer } from '../../registre';
import type { DepsParcours } from './commun/deps';
import { relancer } from './commun/moteur';

type Deps = Pick<DepsParcours, 'registre' | 'temporal'>;

/**
 * Lets go what waits, after an interruption, for someone to have seen: refusals by silence, ends of CSP, decisions.
 * @returns how many journeys are told, null when no interruption was to be released
 */
export async function libererCeQuiAttend(deps: Deps, auteur: string, maintenant: Date): Promise<number | null> {
  const { registre } = deps;
  const nombre = await libererInterruptions(registre, auteur, maintenant);
  if (nombre === 0) return null;
  await tracer(registre, { numero: null, auteur, acte: 'LIBERER_INTERRUPTIONS', details: { nombre } }, maintenant);
  return relancerCeQuiAttend(deps, maintenant);
}

/** Tells those whose letters wait past their day. @returns how many */
async function relancerCeQuiAttend({ registre, temporal }: Deps, maintenant: Date): Promise<number> {
  const numeros = await enAttenteDeVeille(registre, maintenant);
  await relancer(temporal, numeros);
  return numeros.length;
}
