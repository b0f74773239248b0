import { TZDate } from '@date-fns/tz';
import { type DateCivile, min } from './dates';
import { ouvreSuivantOuEgal } from './jours-ouvres';

const PARIS = 'Europe/Paris';

const FUSEAUX: Record<string, string> = {
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  'la-reunion': 'Indian/Reunion',
  'saint-pierre-et-miquelon': 'America/Miquelon',
  'saint-barthelemy': 'America/St_Barthelemy',
  'saint-martin': 'America/Marigot',
  mayotte: 'Indian/Mayotte',
};

/** IANA time zone of a residence; Paris for the mainland and for a residence that is not known. @see R1 */
export const fuseau = (residence: string): string =>
  Object.hasOwn(FUSEAUX, residence) ? (FUSEAUX[residence] as string) : PARIS;

function instant(d: DateCivile, secondes: number, zone: string): Date {
  const [annee, mois, jour] = d.split('-').map(Number) as [number, number, number];
  const [h, m, s] = [Math.floor(secondes / 3600), Math.floor(secondes / 60) % 60, secondes % 60];
  return new Date(new TZDate(annee, mois - 1, jour, h, m, s, zone).getTime());
}

/** The instant of 00:00 of a day in a time zone. A deadline on day D is passed at `instantMinuit(D + 1)`. @see R1 */
export const instantMinuit = (d: DateCivile, zone: string): Date => instant(d, 0, zone);

const calendriers = new Map<string, Intl.DateTimeFormat>();

/** The civil day that clocks of a time zone show at an instant. */
export function dateLocale(quand: Date, zone: string): DateCivile {
  let calendrier = calendriers.get(zone);
  if (calendrier === undefined) {
    calendrier = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendriers.set(zone, calendrier);
  }
  return calendrier.format(quand) as DateCivile;
}

/** Letters leave between 9:00 and 17:00 in the person's zone. */
const OUVERTURE_SECONDES = 9 * 3600;
const FENETRE_SECONDES = 8 * 3600;

/** FNV-1a, 32 bits: spreads keys that differ by one character. */
function empreinte(cle: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < cle.length; i += 1) h = Math.imul(h ^ cle.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * The instant at which a letter due on `date` leaves. `immediat`: as the day begins. `fenetre`: within working hours of the first
 * ouvré day on or after it (never after `auPlusTard`, for a letter that has a latest day, such as C14), always at the same
 * second for one key, so that a fleet does not write at nine sharp.
 *
 * @param lieu where the person is: `fuseau` when it differs from that of `residence` (CHANGEMENT_ZONE).
 * @param cle what spreads departures: the numéro or the key of the letter.
 */
export function instantEnvoi(
  date: DateCivile,
  lieu: { fuseau?: string; residence: string },
  cle: string,
  mode: 'immediat' | 'fenetre',
  auPlusTard?: DateCivile,
): Date {
  const zone = lieu.fuseau ?? fuseau(lieu.residence);
  if (mode === 'immediat') return instantMinuit(date, zone);
  const ouvre = ouvreSuivantOuEgal(date, lieu.residence);
  const jour = auPlusTard === undefined ? ouvre : min(ouvre, auPlusTard < date ? date : auPlusTard);
  return instant(jour, OUVERTURE_SECONDES + (empreinte(cle) % FENETRE_SECONDES), zone);
}
