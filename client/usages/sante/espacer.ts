/** Register and engine are asked what does not go on this often at most. */
const RELEVE_MS = 15_000;

/** Several who ask at once, or within seconds, are answered the same. */
export function espacer<T>(demander: (maintenant: Date) => Promise<T>): (maintenant: Date) => Promise<T> {
  let dernier: { a: number; reponse: Promise<T> } | null = null;
  return (maintenant) => {
    const a = maintenant.getTime();
    if (dernier === null || a - dernier.a >= RELEVE_MS) dernier = { a, reponse: demander(maintenant) };
    return dernier.reponse;
  };
}
