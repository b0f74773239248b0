import { heureDuRegistre, type Registre } from '../../../registre';

/** Clocks that differ by less than that write letters and facts in the right order. */
export const TOLERANCE_REGISTRE_SECONDES = 5;
/**
 * A worker's clock is known by the last sign of life that it dated, the engine's by the last time that it saw this worker ask for work, a
 * minute before or after: beyond two, it is the clocks.
 */
const TOLERANCE_WORKER_SECONDES = 120;

/** How far the register's clock is ahead of this machine's, in seconds; negative when it is behind. */
export async function decalageDuRegistre(registre: Registre): Promise<number> {
  const avant = Date.now();
  const heure = await heureDuRegistre(registre);
  return (heure.getTime() - (avant + Date.now()) / 2) / 1_000;
}

/**
 * How far a worker's clock is ahead of the engine's, in seconds; 0 when they agree as far as can be told.
 * @param ditLe the last instants at which it said, by its own clock, that it lives
 * @param vuLe those at which the engine, by its own, saw it ask for work
 */
export function decalageDuWorker(ditLe: readonly number[], vuLe: readonly number[]): number {
  if (ditLe.length === 0 || vuLe.length === 0) return 0;
  const decalage = Math.max(...ditLe) - Math.max(...vuLe);
  return Math.abs(decalage) > TOLERANCE_WORKER_SECONDES ? decalage : 0;
}
