/** After the last whole-system test: nothing that the run started is left. */
export default async function apres(): Promise<void> {
  await globalThis.suiteEnCours?.arreter();
}
