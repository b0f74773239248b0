import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Trousseau } from './trousseau';

const ENCODAGE = 'binary/encrypted';
/** 96 bits, the nonce size for which GCM is defined without an extra hash (NIST SP 800-38D §5.2.1.1). */
const NONCE = 12;
const SCEAU = 16;

/**
 * AES-256-GCM over whole payloads, metadata included. The id of the key travels in clear in the metadata; a payload that
 * is not encrypted passes through, so that an operator may signal in clear from the Temporal CLI.
 */
export class CodecChiffrant implements PayloadCodec {
  constructor(private readonly trousseau: Trousseau) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((p) => this.chiffrer(p)));
  }

  /** @throws Error when the key is not in the ring or the payload was altered */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((p) => (estChiffre(p) ? this.dechiffrer(p) : p));
  }

  private chiffrer(payload: Payload): Payload {
    const id = this.trousseau.courante;
    const nonce = randomBytes(NONCE);
    const chiffre = createCipheriv('aes-256-gcm', this.trousseau.cles.get(id)!, nonce);
    const clair = temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([nonce, chiffre.update(clair), chiffre.final(), chiffre.getAuthTag()]);
    return { metadata: { encoding: octets(ENCODAGE), 'encryption-key-id': octets(id) }, data };
  }

  private dechiffrer(payload: Payload): Payload {
    const id = Buffer.from(payload.metadata!['encryption-key-id'] ?? []).toString();
    const cle = this.trousseau.cles.get(id);
    if (!cle) throw new Error(`La clé « ${id} » manque au trousseau JALON_CLES.`);
    const data = Buffer.from(payload.data ?? []);
    const dechiffre = createDecipheriv('aes-256-gcm', cle, data.subarray(0, NONCE), { authTagLength: SCEAU });
    dechiffre.setAuthTag(data.subarray(-SCEAU));
    const clair = Buffer.concat([dechiffre.update(data.subarray(NONCE, -SCEAU)), dechiffre.final()]);
    const { metadata, data: corps } = temporal.api.common.v1.Payload.decode(clair);
    return { metadata, data: corps };
  }
}

/** Whether a payload was made by this codec (or by one of the same convention). */
export const estChiffre = (payload: Payload): boolean =>
  Buffer.from(payload.metadata?.encoding ?? []).toString() === ENCODAGE;

const octets = (texte: string): Uint8Array => Buffer.from(texte);
