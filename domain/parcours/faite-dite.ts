import { type DateCivile, enChiffres } from '../calendrier/dates';

/** When what was due was done, as it is said on a day: a fact recorded ahead of its own day is not done yet. */
export const faiteDite = (faiteLe: DateCivile, jour: DateCivile): string =>
  faiteLe > jour ? `consigné au ${enChiffres(faiteLe)}` : `fait le ${enChiffres(faiteLe)}`;
