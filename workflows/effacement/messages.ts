/** Name under which erasing is registered. */
export const typeEffacement = 'effacement';

/** One dossier, whose erasure a second person confirmed; or all those that were erased, again. */
export type DemandeEffacement = { v: 1; quoi: 'CONFIRME'; numero: string } | { v: 1; quoi: 'REJOUER' };

/** Its id: the same erasure is under way once. */
export const idEffacement = (demande: DemandeEffacement): string =>
  demande.quoi === 'CONFIRME' ? `effacement-${demande.numero}` : 'effacements-rejoues';
