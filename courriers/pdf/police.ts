/** The code points a TrueType font can draw: its `cmap` table, formats 4 and 12 (OpenType specification, "cmap"). */
export function couverture(police: Buffer): Set<number> {
  const points = new Set<number>();
  const cmap = table(police, 'cmap');
  const nombre = police.readUInt16BE(cmap + 2);
  for (let i = 0; i < nombre; i++) {
    const sous = cmap + police.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = police.readUInt16BE(sous);
    if (format === 4) lireFormat4(police, sous, points);
    if (format === 12) lireFormat12(police, sous, points);
  }
  return points;
}

function table(police: Buffer, nom: string): number {
  const nombre = police.readUInt16BE(4);
  for (let i = 0; i < nombre; i++) {
    const entree = 12 + i * 16;
    if (police.toString('latin1', entree, entree + 4) === nom) return police.readUInt32BE(entree + 8);
  }
  throw new Error(`Police sans table ${nom}`);
}

function lireFormat4(police: Buffer, debut: number, points: Set<number>): void {
  const deux = police.readUInt16BE(debut + 6); // twice the number of segments
  const fins = debut + 14;
  const [debuts, ecarts, decalages] = [fins + deux + 2, fins + 2 * deux + 2, fins + 3 * deux + 2];
  for (let s = 0; s < deux; s += 2) {
    const decalage = police.readUInt16BE(decalages + s);
    const premier = police.readUInt16BE(debuts + s);
    for (let c = premier; c <= police.readUInt16BE(fins + s) && c < 0xffff; c++) {
      const glyphe =
        decalage === 0
          ? c + police.readUInt16BE(ecarts + s)
          : police.readUInt16BE(decalages + s + decalage + 2 * (c - premier));
      if ((glyphe & 0xffff) !== 0) points.add(c);
    }
  }
}

function lireFormat12(police: Buffer, debut: number, points: Set<number>): void {
  const groupes = police.readUInt32BE(debut + 12);
  for (let g = 0; g < groupes; g++) {
    const ici = debut + 16 + g * 12;
    for (let c = police.readUInt32BE(ici); c <= police.readUInt32BE(ici + 4); c++) points.add(c);
  }
}
