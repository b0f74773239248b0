/** "99 s", "2 min", "3 h", "4 jours": how long it has lasted, never more than that; in seconds under two minutes. */
export function dureeEnClair(secondes: number): string {
  if (secondes < 120) return `${Math.floor(secondes)} s`;
  if (secondes < 2 * 3_600) return `${Math.floor(secondes / 60)} min`;
  return secondes < 48 * 3_600 ? `${Math.floor(secondes / 3_600)} h` : `${Math.floor(secondes / 86_400)} jours`;
}
