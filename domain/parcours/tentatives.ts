/**
 * How often a letter is tried, and how long each time: every such number of the house, since they lean on one another. The engine's own
 * classes of retries (workflows/classes.ts) start from them.
 */

/** One hand-off lasts this long at most: a minute for an SMTP server that greets slowly and takes a PDF. */
export const REMISE_SECONDES = 60;

/** A hand-off without outcome is taken for cut after this long, a little more than one may last: younger, it may be under way elsewhere. */
export const COUPEE_APRES_MS = (REMISE_SECONDES + 5) * 1_000;

/** Minutes before the next attempt of a letter that could not leave: a short cut first, then every four hours. */
const REPRISES_MINUTES = [15, 60, 240] as const;

/** Minutes before one that someone holds is asked about again; a release asks at once (`relancer`). */
export const RETENU_MINUTES = 60;

/** A letter that came back has two days of attempts at the pace above: what no channel takes by then is someone's task. */
export const RENVOI_TENTATIVES = 13;
/** It is asked about for a week when held: the counsellor decides, with the letter in hand. */
export const RENVOI_RETENUES = (7 * 24 * 60) / RETENU_MINUTES;

/**
 * Time before the next pass over those that a tour could not serve, by passes already made: the first comes when a hand-off that was
 * cut may be taken for such, then a server that asks to come back later, then an hour at most so that a lifted hold is soon followed.
 */
const RELANCES_MS = [COUPEE_APRES_MS, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

/** @param tentatives attempts made so far */
export const minutesAvantTentative = (tentatives: number): number =>
  REPRISES_MINUTES[Math.min(Math.max(tentatives, 1), REPRISES_MINUTES.length) - 1]!;

/** When those that a tour, or a morning, could not serve are tried again. @param passes already made */
export function relanceLe(passes: number, maintenant: Date): Date {
  return new Date(maintenant.getTime() + RELANCES_MS[Math.min(passes, RELANCES_MS.length - 1)]!);
}
