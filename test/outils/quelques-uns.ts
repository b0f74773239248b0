/**
 * Does a work on each, some of them at a time.
 * @returns what each gave, in their order
 * @throws what the first that fails throws
 */
export async function quelquesUnsALaFois<A, B>(
  aLaFois: number,
  tous: readonly A[],
  travail: (un: A, rang: number) => Promise<B>,
): Promise<B[]> {
  const rendus: B[] = [];
  const reste = tous.entries();
  const equipe = async () => {
    for (const [rang, un] of reste) rendus[rang] = await travail(un, rang);
  };
  await Promise.all(Array.from({ length: aLaFois }, equipe));
  return rendus;
}
