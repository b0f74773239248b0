import { ajouterJours, annee, type DateCivile } from './dates';

/** Zones that have their own holidays or their own clock. @see R2 */
export const residences = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'la-reunion',
  'saint-pierre-et-miquelon',
  'saint-barthelemy',
  'saint-martin',
  'mayotte',
] as const;
export type Residence = (typeof residences)[number];

/** Fixed national holidays, `MM-JJ`. */
const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Days from Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const DEPUIS_PAQUES = [1, 39, 50];

/** Fixed holidays of one zone: 26 December, or the abolition of slavery. */
const FIXES_PAR_ZONE: Record<string, string> = {
  'alsace-moselle': '12-26',
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  'saint-martin': '05-28',
  guyane: '06-10',
  'saint-barthelemy': '10-09',
  'la-reunion': '12-20',
};

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function paques(a: number): DateCivile {
  const [g, siecle, reste] = [a % 19, Math.floor(a / 100), a % 100];
  const correction = Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3);
  const lune = (19 * g + siecle - Math.floor(siecle / 4) - correction + 15) % 30;
  const semaine = (32 + 2 * (siecle % 4) + 2 * Math.floor(reste / 4) - lune - (reste % 4)) % 7;
  const retard = Math.floor((g + 11 * lune + 22 * semaine) / 451);
  const rang = lune + semaine - 7 * retard + 114;
  const [m, j] = [Math.floor(rang / 31), (rang % 31) + 1];
  return `${String(a).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(j).padStart(2, '0')}` as DateCivile;
}

function feriesDe(a: number, residence: string): ReadonlySet<DateCivile> {
  const dimanche = paques(a);
  const mobiles = residence === 'alsace-moselle' ? [-2, ...DEPUIS_PAQUES] : DEPUIS_PAQUES;
  const fixes = Object.hasOwn(FIXES_PAR_ZONE, residence) ? [...FIXES, FIXES_PAR_ZONE[residence]] : FIXES;
  const annee = dimanche.slice(0, 5);
  return new Set([
    ...fixes.map((jour) => `${annee}${jour}` as DateCivile),
    ...mobiles.map((n) => ajouterJours(dimanche, n)),
  ]);
}

/** Holidays already computed, by calendar (`''` = national only) then by year. */
const connus = new Map<string, ReadonlySet<DateCivile>[]>(
  ['', ...Object.keys(FIXES_PAR_ZONE)].map((calendrier) => [calendrier, []]),
);

/** Tells whether a day is a public holiday in a zone; a zone that is not known has the national ones. @see R2 */
export function estFerie(d: DateCivile, residence: string): boolean {
  const calendrier = connus.has(residence) ? residence : '';
  const parAnnee = connus.get(calendrier) as ReadonlySet<DateCivile>[];
  const a = annee(d);
  parAnnee[a] ??= feriesDe(a, calendrier);
  return (parAnnee[a] as ReadonlySet<DateCivile>).has(d);
}
