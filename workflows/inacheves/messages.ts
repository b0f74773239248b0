/** Name under which the taking up of what was left half-way is registered. */
export const typeInacheves = 'reprises';

/** What a run took up. */
export interface BilanInacheves {
  ouvertures: number;
  rendezVous: number;
}
