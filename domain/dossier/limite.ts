const ecrit = (nombre: number): string => nombre.toLocaleString('fr-FR');

/**
 * A limit that was passed, with what was given: "500 caractères au plus, 612 ici". Whoever reads it knows how much to take
 * away.
 * @param quoi what is counted, in the plural
 */
export const limitePassee = (maximum: number, donne: number, quoi = 'caractères'): string =>
  `${ecrit(maximum)} ${quoi} au plus, ${ecrit(donne)} ici`;

/** The same on a text; null when it is short enough. */
export const tropLong = (texte: string, maximum: number): string | null =>
  texte.length > maximum ? limitePassee(maximum, texte.length) : null;

/** Characters of a motive, whatever it explains; a fact that another system reports is not refused for a longer one, which is cut. */
export const MOTIF_MAX = 500;

/** Why a motive is not taken; null when it is short enough. French. */
export function motifTropLong(motif: string): string | null {
  const long = tropLong(motif, MOTIF_MAX);
  return long === null ? null : `Le motif est trop long : ${long}.`;
}
