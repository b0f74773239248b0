/** Our deepest message has four levels: beyond, it is no message of ours. */
export const PROFONDEUR_MAX = 10;

/**
 * Whether a value is nested beyond what anyone reads: some thousands of brackets, and writing it exhausts the stack. It asks for
 * none itself, whatever the depth.
 */
export function estTropProfond(brut: unknown): boolean {
  let niveau: unknown[] = [brut];
  for (let profondeur = 0; niveau.length > 0; profondeur += 1) {
    if (profondeur > PROFONDEUR_MAX) return true;
    niveau = niveau.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []));
  }
  return false;
}
