import { createHash } from 'node:crypto';
import type { Trace } from './audit';

/**
 * What seals a line of the audit trail: the hash of all that it says and of the seal before it, so that none can be changed, taken out
 * nor put in between without every later one saying so.
 * @param precedente hash of the seal before, '' for the first
 */
export const empreinteDeTrace = (
  precedente: string,
  { id, cle, numero, quand, auteur, acte, details }: Trace,
): string =>
  createHash('sha256')
    .update(JSON.stringify([precedente, id, cle, numero, quand.toISOString(), auteur, acte, range(details)]))
    .digest('hex');

/** The same whatever order PostgreSQL gives the keys back in. */
function range(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(range);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.entries(valeur)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, v]) => [cle, range(v)]);
}
