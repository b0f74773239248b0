import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every authenticator application does without being told: SHA-1, six digits, thirty seconds (RFC 6238). */
const PAS_MS = 30_000;
const CHIFFRES = 6;
/** One step before and one after: clocks differ, and a code takes some seconds to type (RFC 6238 §5.2). */
const DERIVE = 1;
/** 160 bits, the length of the hash (RFC 4226 §4). */
const SECRET_OCTETS = 20;

export const nouveauSecret = (): Buffer => randomBytes(SECRET_OCTETS);

/** Which code of its life a secret shows at an instant. */
export const pasDe = (instant: Date): number => Math.floor(instant.getTime() / PAS_MS);

/** The code of a step. @see RFC 4226 §5.3 */
export function codeDe(secret: Uint8Array, pas: number): string {
  const compteur = Buffer.alloc(8);
  compteur.writeBigUInt64BE(BigInt(pas));
  const empreinte = createHmac('sha1', secret).update(compteur).digest();
  const debut = empreinte[empreinte.length - 1]! & 0xf;
  const nombre = empreinte.readUInt32BE(debut) & 0x7fffffff;
  return String(nombre % 10 ** CHIFFRES).padStart(CHIFFRES, '0');
}

/** The step that a code typed now is of; null when it is of none. Spaces are as applications show them. */
export function pasDuCode(secret: Uint8Array, tape: string, maintenant: Date): number | null {
  const code = Buffer.from(tape.replace(/\s/g, ''));
  for (let ecart = -DERIVE; ecart <= DERIVE; ecart++) {
    const pas = pasDe(maintenant) + ecart;
    const attendu = Buffer.from(codeDe(secret, pas));
    if (code.length === attendu.length && timingSafeEqual(code, attendu)) return pas;
  }
  return null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** As applications take a secret typed by hand (RFC 4648 §6, without padding: twenty bytes need none). */
export function enBase32(octets: Uint8Array): string {
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((cinq) => ALPHABET[Number.parseInt(cinq.padEnd(5, '0'), 2)]).join('');
}

/** As they take it from a link. */
export const adresseSecret = (secret: Uint8Array, adresse: string): string =>
  `otpauth://totp/${encodeURIComponent(`Jalon:${adresse}`)}?${new URLSearchParams({ secret: enBase32(secret), issuer: 'Jalon' })}`;
