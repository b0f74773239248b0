/**
 * Why a hand-off failed. REFUSE: the channel said no to this address for good (5xx). PAS_PARTI: it surely did not leave (no
 * connection, 4xx, disk full). INCONNU: the connection was lost once the content was on its way; it may have left.
 */
export class RemiseEchouee extends Error {
  override readonly name = 'RemiseEchouee';
  constructor(
    readonly genre: 'REFUSE' | 'PAS_PARTI' | 'INCONNU',
    message: string,
  ) {
    super(message);
  }
}
