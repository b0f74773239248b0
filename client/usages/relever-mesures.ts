import { type Retards, retards } from '../../registre';
import type { DepsSante } from './relever-sante';
import { type AExaminer, examinerSante, patienter, RELEVE_MS, type Sante } from './sante/examiner';
import { dernieresRondes, type Ronde, type SorteRonde } from './sante/rondes';

/** Jalon in figures, for a machine that draws curves and rings; null for what could not be asked. Names nobody. */
export interface Mesures {
  sante: Sante;
  retards: Retards | null;
  rondes: Record<SorteRonde, Ronde | null> | null;
}

/**
 * Asks register and engine at once, each with its own patience: what is down is measured too.
 * @param examen what is asked of the parts, as `/sante` asks it
 */
export async function releverMesures(
  { registre, temporal }: Pick<DepsSante, 'registre' | 'temporal'>,
  examen: AExaminer,
  maintenant: Date,
): Promise<Mesures> {
  const [sante, enRetard, rondes] = await Promise.all([
    examinerSante(examen),
    patienter(() => retards(registre, maintenant), RELEVE_MS, null),
    patienter(() => temporal.withDeadline(Date.now() + RELEVE_MS, () => dernieresRondes(temporal)), RELEVE_MS, null),
  ]);
  return { sante, retards: enRetard, rondes };
}
