/** A number as people write it: a comma or a dot, thousands apart or not; null when the text is something else. */
export function lireNombreEcrit(texte: string): number | null {
  const chiffres = texte.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const nombre = Number(chiffres);
  return chiffres !== '' && Number.isFinite(nombre) ? nombre : null;
}
