import { CLE_PAR, CodecChiffrant, ENCODAGE } from './codec';
import type { Trousseau } from './trousseau';

/** What the register keeps closed: a copy of the database alone opens nothing. */
export interface Coffre {
  fermer(octets: Uint8Array): Promise<string>;
  /** @throws Error when the key is not in the ring, or what was closed was altered */
  ouvrir(ferme: string): Promise<Uint8Array>;
}

/** A box closed by the keys of the codec, as what the engine keeps is: `<id of the key>.<base64>`. */
export function creerCoffre(trousseau: Trousseau): Coffre {
  const codec = new CodecChiffrant(trousseau);
  return {
    async fermer(octets) {
      const [chiffre] = await codec.encode([{ data: octets }]);
      const { metadata, data } = chiffre!;
      return `${Buffer.from(metadata![CLE_PAR]!)}.${Buffer.from(data!).toString('base64')}`;
    },
    async ouvrir(ferme) {
      const point = ferme.lastIndexOf('.');
      const metadata = { encoding: Buffer.from(ENCODAGE), [CLE_PAR]: Buffer.from(ferme.slice(0, point)) };
      const [clair] = await codec.decode([{ metadata, data: Buffer.from(ferme.slice(point + 1), 'base64') }]);
      return Buffer.from(clair!.data ?? []);
    },
  };
}
