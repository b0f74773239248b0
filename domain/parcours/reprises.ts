/** Minutes before the next attempt of a letter that could not leave: a short cut first, then every four hours. */
const REPRISES_MINUTES = [15, 60, 240] as const;

/** Minutes before one that someone holds is asked about again; a release asks at once (`relancer`). */
export const RETENU_MINUTES = 60;

/** @param tentatives attempts made so far */
export const minutesAvantReprise = (tentatives: number): number =>
  REPRISES_MINUTES[Math.min(Math.max(tentatives, 1), REPRISES_MINUTES.length) - 1]!;
