/** Asks for several at once, and gives the answers in the order of what was asked. @param combien how many are under way at most */
export async function* enAvance<D, R>(
  demandes: AsyncIterable<D> | Iterable<D>,
  combien: number,
  demander: (demande: D) => Promise<R>,
): AsyncGenerator<R> {
  const enChemin: Promise<R>[] = [];
  for await (const demande of demandes) {
    const reponse = demander(demande);
    // One that fails is thrown in its turn, or never if an earlier one was.
    reponse.catch(() => undefined);
    enChemin.push(reponse);
    if (enChemin.length >= combien) yield await enChemin.shift()!;
  }
  for (const reponse of enChemin) yield await reponse;
}
