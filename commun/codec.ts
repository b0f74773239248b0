import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  defaultPayloadConverter,
  type Payload,
  type PayloadCodec,
  type SerializationContext,
} from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { ILLISIBLE } from '../domain/parcours/illisible';
import type { Trousseau } from './trousseau';

/** What says, in clear, that a payload is encrypted, and by which key. */
export const ENCODAGE = 'binary/encrypted';
export const CLE_PAR = 'encryption-key-id';
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
  async decode(payloads: Payload[], _contexte?: SerializationContext): Promise<Payload[]> {
    return payloads.map((p) => this.lire(p));
  }

  protected lire(payload: Payload): Payload {
    return estChiffre(payload) ? this.dechiffrer(payload) : payload;
  }

  private chiffrer(payload: Payload): Payload {
    const id = this.trousseau.courante;
    const nonce = randomBytes(NONCE);
    const chiffre = createCipheriv('aes-256-gcm', this.trousseau.cles.get(id)!, nonce);
    const clair = temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([nonce, chiffre.update(clair), chiffre.final(), chiffre.getAuthTag()]);
    return { metadata: { encoding: octets(ENCODAGE), [CLE_PAR]: octets(id) }, data };
  }

  private dechiffrer(payload: Payload): Payload {
    const id = Buffer.from(payload.metadata![CLE_PAR] ?? []).toString();
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

/**
 * The codec of the workers. What a workflow is sent and cannot be read (another key, altered, not what it says it is) is replaced by
 * `ILLISIBLE`: a signal is in the history for good, and would fail every workflow task for ever. The journey refuses such a message;
 * what starts a workflow is checked by `workflows/interceptors.ts`, and what an activity takes or gives fails as loudly as ever.
 */
export class CodecDesWorkers extends CodecChiffrant {
  /** @param partout whatever is read, for who replaces it without needing it */
  constructor(
    trousseau: Trousseau,
    private readonly partout = false,
  ) {
    super(trousseau);
  }

  override async decode(payloads: Payload[], contexte?: SerializationContext): Promise<Payload[]> {
    if (!this.partout && contexte?.type !== 'workflow') return super.decode(payloads);
    return payloads.map((payload) => {
      try {
        const lu = this.lire(payload);
        // Our own seal vouches for what it closed; what came in clear may be anything.
        if (!estChiffre(payload)) defaultPayloadConverter.fromPayload(lu);
        return lu;
      } catch {
        return defaultPayloadConverter.toPayload(ILLISIBLE);
      }
    });
  }
}

/** Whether a payload was made by this codec (or by one of the same convention). */
export const estChiffre = (payload: Payload): boolean =>
  Buffer.from(payload.metadata?.encoding ?? []).toString() === ENCODAGE;

const octets = (texte: string): Uint8Array => Buffer.from(texte);
