/**
 * The text of a file as spreadsheets write them: UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252,
 * which is what a French Excel saves under "CSV".
 */
export function lireTexte(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}
