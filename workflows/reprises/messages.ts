/** Name under which the taking up of what was left half-way is registered. */
export const typeReprises = 'reprises';

/** What a run took up. */
export interface BilanReprises {
  ouvertures: number;
  rendezVous: number;
}
