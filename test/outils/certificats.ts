import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** A certificate and its key, in PEM. */
export interface Certifie {
  certificat: string;
  cle: string;
}

export interface Autorite extends Certifie {
  /** A certificate for these names, or for a client; valid now unless told otherwise. */
  certifier(nom: string, options?: { noms?: readonly string[]; jusquA?: Date }): Certifie;
}

const OID = {
  ecdsaSha256: '2a8648ce3d040302',
  nomCommun: '550403',
  contraintes: '551d13',
  autresNoms: '551d11',
} as const;

/** One element of DER: its kind, its length, what it holds. */
function der(genre: number, ...contenus: readonly Buffer[]): Buffer {
  const contenu = Buffer.concat(contenus);
  const { length } = contenu;
  const taille = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([genre, ...taille]), contenu]);
}

const suite = (...contenus: readonly Buffer[]): Buffer => der(0x30, ...contenus);
const oid = (nom: keyof typeof OID): Buffer => der(0x06, Buffer.from(OID[nom], 'hex'));
const nomDe = (nom: string): Buffer => suite(der(0x31, suite(oid('nomCommun'), der(0x0c, Buffer.from(nom)))));
const instant = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
const extension = (nom: keyof typeof OID, valeur: Buffer): Buffer => suite(oid(nom), der(0x04, valeur));
const enPem = (octets: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${octets.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

const autreNom = (nom: string): Buffer =>
  /^[\d.]+$/.test(nom) ? der(0x87, Buffer.from(nom.split('.').map(Number))) : der(0x82, Buffer.from(nom));

const JOUR_MS = 24 * 3_600_000;

/** An authority of one's own, for the time of a test: nothing on the machine is asked for one. */
export function creerAutorite(nom: string): Autorite {
  const sienne = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = (sujet: string, publique: KeyObject, fin: Date, extensions: readonly Buffer[]): string => {
    const corps = suite(
      der(0xa0, der(0x02, Buffer.from([2]))),
      // Positive, whatever the draw.
      der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
      suite(oid('ecdsaSha256')),
      nomDe(nom),
      suite(instant(new Date(fin.getTime() - 30 * JOUR_MS)), instant(fin)),
      nomDe(sujet),
      publique.export({ type: 'spki', format: 'der' }),
      der(0xa3, suite(...extensions)),
    );
    const signature = createSign('sha256').update(corps).sign(sienne.privateKey);
    return enPem(suite(corps, suite(oid('ecdsaSha256')), der(0x03, Buffer.from([0]), signature)));
  };
  const pem = (cle: KeyObject): string => cle.export({ type: 'pkcs8', format: 'pem' }).toString();
  const demain = new Date(Date.now() + JOUR_MS);
  const dAutorite = suite(
    oid('contraintes'),
    der(0x01, Buffer.from([0xff])),
    der(0x04, suite(der(0x01, Buffer.from([0xff])))),
  );
  return {
    certificat: signer(nom, sienne.publicKey, demain, [dAutorite]),
    cle: pem(sienne.privateKey),
    certifier(sujet, { noms = [], jusquA = demain } = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const tous = noms.length > 0 ? noms : [sujet];
      const certificat = signer(sujet, publicKey, jusquA, [extension('autresNoms', suite(...tous.map(autreNom)))]);
      return { certificat, cle: pem(privateKey) };
    },
  };
}
