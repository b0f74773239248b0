import type { ActeJournal } from './actes';
import type { EnTete, EntreeJournal } from './journal';

/** An entry as it was written: the first ones told their act by the field they carry. */
export interface EntreeEcrite extends EnTete {
  acte?: ActeJournal;
  evenement?: object;
  remplace?: string;
  annule?: string;
  rectification?: object;
  reglement?: object;
  silenceConfirme?: true;
  confirme?: string;
}

function acteDe(ecrite: EntreeEcrite): ActeJournal {
  if (ecrite.acte !== undefined) return ecrite.acte;
  if (ecrite.annule !== undefined) return 'annuler';
  if (ecrite.confirme !== undefined) return 'confirmer';
  if (ecrite.silenceConfirme) return 'confirmerSilence';
  if (ecrite.rectification) return 'rectifierDossier';
  if (ecrite.reglement) return 'adopterReglement';
  return ecrite.remplace === undefined ? 'consigner' : 'corriger';
}

/** Names the act of an entry written before entries did. */
export function relireEntree(ecrite: EntreeEcrite): EntreeJournal {
  const { silenceConfirme: _, ...reste } = ecrite;
  return { ...reste, acte: acteDe(ecrite) } as EntreeJournal;
}

/**
 * A journal as the rules read it, whenever it was written. Journals enter here alone: from the register, and from the state that a
 * running workflow hands to its activities.
 */
export const relireJournal = (journal: readonly EntreeEcrite[]): EntreeJournal[] => journal.map(relireEntree);
