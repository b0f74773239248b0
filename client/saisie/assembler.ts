/** Columns `identite.x` become the object `identite`; address, post code and town together become its `adresse`. */
export function assembler(plat: Record<string, unknown>): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const [nom, valeur] of Object.entries(plat)) {
    const [qui, champ] = nom.split('.') as [string, string?];
    if (champ === undefined) {
      document[qui] = valeur;
      continue;
    }
    document[qui] ??= {};
    const objet = document[qui] as Record<string, unknown>;
    const partie = PARTIES_ADRESSE[champ];
    if (partie === undefined) objet[champ] = valeur;
    else objet.adresse = { ...(objet.adresse as object | undefined), [partie]: valeur };
  }
  return document;
}
const PARTIES_ADRESSE: Record<string, string> = { adresse: 'lignes', codePostal: 'codePostal', ville: 'ville' };
