/**
 * What a file of SQLite holds, pages given back left out: they are used again before the file grows.
 * @param entete its first hundred bytes, once nothing writes to it
 * @see https://www.sqlite.org/fileformat.html#the_database_header
 */
export function octetsOccupes(entete: Buffer): number {
  const taille = entete.readUInt16BE(16);
  // 65,536 does not fit in two bytes: it is written 1.
  const page = taille === 1 ? 65_536 : taille;
  return (entete.readUInt32BE(28) - entete.readUInt32BE(36)) * page;
}
