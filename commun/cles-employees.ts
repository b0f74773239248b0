import { CLE_PAR, estChiffre } from './codec';

/**
 * Ids of the keys that encrypted something in an answer of the engine, however deep: input, memo, summaries, failures. Nothing is decrypted:
 * the id travels in clear.
 */
export function clesEmployees(reponse: unknown, trouvees: Set<string> = new Set()): Set<string> {
  if (typeof reponse !== 'object' || reponse === null || ArrayBuffer.isView(reponse)) return trouvees;
  if (Array.isArray(reponse)) {
    for (const element of reponse) clesEmployees(element, trouvees);
    return trouvees;
  }
  const { metadata } = reponse as { metadata?: Record<string, Uint8Array> | null };
  if (metadata && estChiffre({ metadata })) trouvees.add(Buffer.from(metadata[CLE_PAR] ?? []).toString());
  else for (const valeur of Object.values(reponse)) clesEmployees(valeur, trouvees);
  return trouvees;
}
