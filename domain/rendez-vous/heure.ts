import { TZDate } from '@date-fns/tz';
import type { DateCivile } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import type { ModeRendezVous } from './rendez-vous';

/** A time of day on a clock: `09:30`. */
export type Heure = string;

/**
 * The zone whose clock an appointment is read on: someone who comes reads the clock of the place, someone who calls or is called
 * reads her own.
 */
export const zoneRendezVous = (
  mode: ModeRendezVous,
  residence: string,
  { residence: agence }: { residence?: string | undefined },
): string => fuseau(mode === 'PRESENTIEL' && agence !== undefined ? agence : residence);

const ECRITES = /^([01]?\d|2[0-3])\s*(?:h|:)\s*([0-5]\d)?$/i;

/** Reads a time as people write it (`9h`, `9 h 30`, `09:30`); null when it is none. */
export function lireHeure(texte: string): Heure | null {
  const [, heures, minutes = '00'] = ECRITES.exec(texte.trim()) ?? [];
  return heures === undefined ? null : `${heures.padStart(2, '0')}:${minutes}`;
}

/** Minutes since midnight. */
export function minutesDe(heure: Heure): number {
  const [heures, minutes] = heure.split(':').map(Number) as [number, number];
  return heures * 60 + minutes;
}

/** The instant at which clocks of a zone show this day and time. */
export function instantCivil(jour: DateCivile, heure: Heure, zone: string): Date {
  const [annee, mois, quantieme] = jour.split('-').map(Number) as [number, number, number];
  const [heures, minutes] = heure.split(':').map(Number) as [number, number];
  return new Date(new TZDate(annee, mois - 1, quantieme, heures, minutes, 0, zone).getTime());
}

/** The day and the time that clocks of a zone show at an instant. */
export function momentCivil(instant: string, zone: string): { jour: DateCivile; heure: Heure } {
  const quand = new Date(instant);
  const local = new TZDate(quand.getTime(), zone);
  const deux = (n: number) => String(n).padStart(2, '0');
  return { jour: dateLocale(quand, zone), heure: `${deux(local.getHours())}:${deux(local.getMinutes())}` };
}

/** "9 h 30", "14 h". */
export function heureEnClair(heure: Heure): string {
  const [heures, minutes] = heure.split(':') as [string, string];
  return `${Number(heures)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}
