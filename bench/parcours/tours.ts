/** What a section takes of a list in one of its turns. */
export const partDe = <T>(liste: readonly T[], tour: number, combien: number): T[] =>
  Array.from({ length: combien }, (_, i) => liste[(i * (liste.length / combien) + tour) | 0]!);

/** The value below which so large a part of them is. */
export function quantile(mesures: readonly number[], part: number): number {
  const tries = [...mesures].sort((a, b) => a - b);
  return tries[Math.floor((tries.length - 1) * part)]!;
}
