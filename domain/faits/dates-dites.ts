import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from './evenements';

/** The days that an event may tell, by the name of their field. */
export type DatesDites = Partial<Record<'date' | 'debut' | 'fin' | 'essaiJusquau', DateCivile>>;

/** Every day that an event tells, in the order of these fields. */
export function datesDites(evenement: Evenement): DateCivile[] {
  const { date, debut, fin, essaiJusquau }: DatesDites = evenement;
  return [date, debut, fin, essaiJusquau].filter((jour) => jour !== undefined);
}
