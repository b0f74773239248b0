/**
 * Does the same for each, so many at a time and no more; the first failure stops what has not begun.
 * @throws that first failure, once what was under way is over
 */
export async function deFront<T>(
  combien: number,
  quoi: Iterable<T>,
  travail: (un: T) => Promise<unknown>,
): Promise<void> {
  const reste = quoi[Symbol.iterator]();
  const echecs: unknown[] = [];
  const ouvrier = async () => {
    for (let suivant = reste.next(); !suivant.done && echecs.length === 0; suivant = reste.next()) {
      await travail(suivant.value).catch((erreur: unknown) => echecs.push(erreur));
    }
  };
  await Promise.all(Array.from({ length: combien }, ouvrier));
  if (echecs.length > 0) throw echecs[0];
}
