import type { Tort } from '../../domain/catalogue/tort';

/**
 * Why a hand-off failed. REFUSE: the channel said no to this address for good (5xx). PAS_PARTI: it surely did not leave (no
 * connection, 4xx, disk full, a relay that refuses us whoever we write to). INCONNU: the connection was lost once the content was on its way; it may have left.
 */
export class RemiseEchouee extends Error {
  override readonly name = 'RemiseEchouee';
  constructor(
    readonly genre: 'REFUSE' | 'PAS_PARTI' | 'INCONNU',
    message: string,
    /** Whose fault a refusal is; null when nothing was refused. */
    readonly tort: Tort | null = genre === 'REFUSE' ? 'ADRESSE' : null,
  ) {
    super(message);
  }
}

/**
 * What the register is told of a hand-off that failed. INCONNU: nothing, since nobody knows; the attempt stays open, and the next one
 * sends again under the same Message-ID.
 * @throws what is no failed hand-off: a bug, or the register
 */
export function echecDe(erreur: unknown): {
  statut: 'ECHEC' | 'REJETE' | 'INCONNU';
  erreur: string;
  tort: Tort | null;
} {
  if (!(erreur instanceof RemiseEchouee)) throw erreur;
  const statuts = { REFUSE: 'REJETE', PAS_PARTI: 'ECHEC', INCONNU: 'INCONNU' } as const;
  return { statut: statuts[erreur.genre], erreur: erreur.message, tort: erreur.tort };
}
