import { convertisseur } from './data-converter';
import { versLeMoteur } from './sillage/vers-le-moteur';
import type { Trousseau } from './trousseau';

/** What every client of Jalon tells Temporal's of itself: encrypted payloads, and where a message comes from. */
export const optionsClient = (espace: string, trousseau: Trousseau) => ({
  namespace: espace,
  dataConverter: convertisseur(trousseau),
  interceptors: versLeMoteur,
});
