import { TZDate } from '@date-fns/tz';
import { ajouterJours, type DateCivile } from './dates';
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

/** In milliseconds since the epoch, what the clocks of a zone say of a day; asked of the time zones' tables. */
function demander(d: DateCivile, secondes: number, zone: string): number {
  const [annee, mois, jour] = d.split('-').map(Number) as [number, number, number];
  const [h, m, s] = [Math.floor(secondes / 3600), Math.floor(secondes / 60) % 60, secondes % 60];
  return new TZDate(annee, mois - 1, jour, h, m, s, zone).getTime();
}

/** Midnights already asked for, by zone and day: a pass asks for a hundred, and one costs the tables ten microseconds. Emptied before it weighs. */
const minuits = new Map<string, number>();
const MINUITS_RETENUS = 20_000;

function minuit(d: DateCivile, zone: string): number {
  const cle = `${d} ${zone}`;
  const connu = minuits.get(cle);
  if (connu !== undefined) return connu;
  const demande = demander(d, 0, zone);
  if (minuits.size >= MINUITS_RETENUS) minuits.clear();
  minuits.set(cle, demande);
  return demande;
}

const JOUR_MS = 24 * 3600 * 1000;

/** The instant at which clocks of a time zone show `secondes` after midnight of a day. */
export function instant(d: DateCivile, secondes: number, zone: string): Date {
  const debut = minuit(d, zone);
  // On a day of 24 hours, no clock moved.
  const simple = secondes === 0 || minuit(ajouterJours(d, 1), zone) - debut === JOUR_MS;
  return new Date(simple ? debut + secondes * 1000 : demander(d, secondes, zone));
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

/** The civil day that it is at an instant where someone lives: a person's for what is said of her, an agency's for what is said of a list. */
export const jourChez = (residence: string, quand: Date): DateCivile => dateLocale(quand, fuseau(residence));

/** Letters leave between 8:00 and 18:00 in the person's zone. */
export const OUVERTURE_SECONDES = 8 * 3600;
export const FENETRE_SECONDES = 10 * 3600;

/** FNV-1a, 32 bits: spreads keys that differ by one character. */
function empreinte(cle: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < cle.length; i += 1) h = Math.imul(h ^ cle.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Where the person is: `fuseau` when it differs from that of `residence` (CHANGEMENT_ZONE). */
export interface Lieu {
  fuseau?: string;
  residence: string;
}

export interface ConditionsEnvoi {
  /** The law says the day itself: a Sunday or a holiday is no reason to wait. */
  jourMeme?: boolean;
  /** Not before: now, for a letter that is late; the end of a retention. */
  auPlusTot?: Date;
}

/**
 * The instant at which a letter due on `date` leaves. `immediat`: as the day begins. `fenetre`: between 8:00 and 18:00 of the first
 * ouvré day on or after it (of the day itself when the law says so), always at the same second for one dossier, so that a fleet does
 * not write at eight sharp and what someone is sent on one day leaves together; what may not leave before a later instant leaves then,
 * or as the next window opens.
 */
export function instantEnvoi(
  date: DateCivile,
  lieu: Lieu,
  numero: string,
  mode: 'immediat' | 'fenetre',
  { jourMeme = false, auPlusTot }: ConditionsEnvoi = {},
): Date {
  const zone = lieu.fuseau ?? fuseau(lieu.residence);
  const plancher = auPlusTot ?? new Date(0);
  if (mode === 'immediat') return plusTard(instantMinuit(date, zone), plancher);
  const ouvrable = (d: DateCivile) => (jourMeme ? d : ouvreSuivantOuEgal(d, lieu.residence));
  const prevu = instant(ouvrable(date), OUVERTURE_SECONDES + (empreinte(numero) % FENETRE_SECONDES), zone);
  if (prevu >= plancher) return prevu;
  const jour = ouvrable(dateLocale(plancher, zone));
  const ouverture = instant(jour, OUVERTURE_SECONDES, zone);
  if (plancher < instant(jour, OUVERTURE_SECONDES + FENETRE_SECONDES, zone)) return plusTard(ouverture, plancher);
  return instant(ouvrable(ajouterJours(jour, 1)), OUVERTURE_SECONDES, zone);
}

const plusTard = (a: Date, b: Date): Date => (a >= b ? a : b);

/** When what binds may leave after an interruption that ended at `fin`: 18:00 of the next ouvré day. */
export function finDeVeille(fin: Date, residence: string): Date {
  const zone = fuseau(residence);
  const jour = ouvreSuivantOuEgal(ajouterJours(dateLocale(fin, zone), 1), residence);
  return instant(jour, OUVERTURE_SECONDES + FENETRE_SECONDES, zone);
}
