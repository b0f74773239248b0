import { BlockList } from 'node:net';
import type { Porte } from '../web/dependances';
import { familleDe } from '../web/porte/source';

type Mandataires = Porte['mandataires'];

/** Reads `10.0.0.5,172.16.0.0/12`. @throws Error on what is no address: the settings have read it before */
export function lireMandataires(adresses: readonly string[]): Mandataires {
  const liste = new BlockList();
  for (const ecrite of adresses) {
    const [adresse, longueur] = ecrite.split('/') as [string, string | undefined];
    if (longueur === undefined) liste.addAddress(adresse, familleDe(adresse));
    else liste.addSubnet(adresse, Number(longueur), familleDe(adresse));
  }
  return liste;
}

/** What is known of a request before any page sees it. */
export interface Arrivee {
  /** Address of whoever opened the connection. */
  pair: string | undefined;
  /** What the proxy says of the browser's own connection. */
  protocole: string | null;
  chemin: string;
}

const SANTE: ReadonlySet<string> = new Set(['/sante', '/sante/vie', '/sante/pret']);

/**
 * Whether a request came over TLS, through a proxy that is trusted to say so: the session of whoever came otherwise could be read on its
 * way. What is under `/sante` says nothing of anybody, and is asked by who watches the process itself.
 */
export const venueParTls = (mandataires: Mandataires, { pair, protocole, chemin }: Arrivee): boolean =>
  SANTE.has(chemin) || (pair !== undefined && mandataires.check(pair, familleDe(pair)) && protocole === 'https');
