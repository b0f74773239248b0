/** A worker on one of its queues, as it last said by its own clock, in seconds; undefined: it said nothing that can be trusted. */
export interface Presence {
  file: string;
  /** `pid@machine`. */
  identite: string;
  /** Too long a silence. */
  fige: boolean;
  demarreLe: number | undefined;
  ditLe: number | undefined;
}

/**
 * Who stands in for each worker that fell silent on all its queues: one that started on the same machine, so by the same clock, after its
 * last sign of life, and that serves the same queues. One stands in for one: of two that died and one that started, one is still missed.
 */
export function remplacements(presences: readonly Presence[]): ReadonlyMap<string, string> {
  const identites = [...new Set(presences.map(({ identite }) => identite))];
  const de = (identite: string) => presences.filter((p) => p.identite === identite);
  const muets = identites
    .filter((identite) => de(identite).every(({ fige }) => fige))
    .map((identite) => ({ identite, ditLe: Math.max(...de(identite).map((p) => p.ditLe ?? Number.POSITIVE_INFINITY)) }))
    .sort((a, b) => a.ditLe - b.ditLe);
  const dans = new Map<string, string>();
  const pris = new Set<string>();
  for (const { identite, ditLe } of muets) {
    const debut = (autre: string): number =>
      Math.min(
        ...de(identite).map(
          ({ file }) => de(autre).find((p) => p.file === file)?.demarreLe ?? Number.NEGATIVE_INFINITY,
        ),
      );
    const [remplacant] = identites
      .filter((autre) => !pris.has(autre) && machine(autre) === machine(identite) && debut(autre) > ditLe)
      .sort((a, b) => debut(a) - debut(b));
    if (remplacant === undefined) continue;
    pris.add(remplacant);
    dans.set(identite, remplacant);
  }
  return dans;
}

const machine = (identite: string): string => identite.slice(identite.indexOf('@') + 1);
