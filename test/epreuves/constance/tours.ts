/** In what a whole run is made. */
export interface Conditions {
  /** French. */
  quoi: string;
  /** Busy loops beside it: as many as a small machine has cores. */
  boucles: number;
  env: Record<string, string>;
}

const SEUL: Conditions = { quoi: 'seul', boucles: 0, env: {} };
const CHARGE: Conditions = { quoi: 'à côté de deux boucles occupées', boucles: 2, env: {} };
const NOUMEA: Conditions = { quoi: 'sous TZ=Pacific/Noumea', boucles: 0, env: { TZ: 'Pacific/Noumea' } };
const SIX = [SEUL, CHARGE, SEUL, NOUMEA, CHARGE, SEUL];

/** The conditions of so many runs in a row: of six, two beside busy loops and one far away. */
export const prevoir = (combien: number): Conditions[] =>
  Array.from({ length: combien }, (_, rang) => SIX[rang % SIX.length]!);

/** Days and hours at which the unit tests pass as well: eves of short months and of years. */
export const INSTANTS = ['2027-02-28 23:55:00', '2026-12-31 23:55:00'];
