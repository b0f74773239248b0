import { type DateCivile, lireDate } from '../calendrier/dates';
import { dateLocale, fuseau, instant } from '../calendrier/fuseaux';
import { estOuvre } from '../calendrier/jours-ouvres';

/** The digest is in the mailbox at 7:30 on the agency's clock; one that could not leave is tried until 18:00. */
const HEURE_SECONDES = 7.5 * 3600;
const FIN_SECONDES = 18 * 3600;

/** A counsellor's digest of a day. */
export interface PointDuJour {
  referent: string;
  jour: DateCivile;
}

/** What it is called wherever it may be tried again, as a letter by its key. */
export const clePoint = ({ referent, jour }: PointDuJour): string => `point-du-matin/${referent}/${jour}`;

/** Null for the key of anything else. */
export function lireClePoint(cle: string): PointDuJour | null {
  const [, referent, ecrit] = /^point-du-matin\/([^/]+)\/([^/]+)$/.exec(cle) ?? [];
  const jour = lireDate(ecrit ?? '');
  return referent === undefined || jour === null ? null : { referent, jour };
}

/** Where the day's digest of an agency stands: its day when it may leave now, or when its hour comes. */
export interface HeureDuPoint {
  /** The agency's own day; null outside its hours and on days off. */
  jour: DateCivile | null;
  /** Its 7:30, if that is still to come in the day's run, which follows the zones from 3:30 to 11:30 UTC. */
  prochain: Date | null;
}

export function heureDuPoint(residence: string, maintenant: Date): HeureDuPoint {
  const zone = fuseau(residence);
  const jour = dateLocale(maintenant, zone);
  const ouvert =
    estOuvre(jour, residence) &&
    maintenant >= instant(jour, HEURE_SECONDES, zone) &&
    maintenant < instant(jour, FIN_SECONDES, zone);
  const jourUtc = dateLocale(maintenant, 'UTC');
  const heure = instant(jourUtc, HEURE_SECONDES, zone);
  const prochain = estOuvre(jourUtc, residence) && heure > maintenant ? heure : null;
  return { jour: ouvert ? jour : null, prochain };
}
