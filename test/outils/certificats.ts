import { createSign, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_subjectAltName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** A certificate and its key, in PEM. */
export interface Certifie {
  certificat: string;
  cle: string;
}

export interface Autorite extends Certifie {
  /** A certificate for these names, or for a client; valid now unless told otherwise. */
  certifier(nom: string, options?: { noms?: readonly string[]; jusquA?: Date }): Certifie;
}

const JOUR_MS = 24 * 3_600_000;
const NOM_COMMUN = '2.5.4.3';
const ECDSA_SHA256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });

const nomDe = (nom: string): Name =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: NOM_COMMUN, value: new AttributeValue({ utf8String: nom }) }),
    ]),
  ]);
const extension = (extnID: string, critical: boolean, valeur: object): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(valeur)) });
const dAutorite = extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true }));
const autresNoms = (noms: readonly string[]): Extension => {
  const dits = noms.map((nom) => new GeneralName(/^[\d.]+$/.test(nom) ? { iPAddress: nom } : { dNSName: nom }));
  return extension(id_ce_subjectAltName, false, new SubjectAlternativeName(dits));
};

/** An authority of one's own, for the time of a test: nothing on the machine is asked for one. */
export function creerAutorite(nom: string): Autorite {
  const sienne = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = (sujet: string, publique: KeyObject, fin: Date, dite: Extension): string => {
    const corps = new TBSCertificate({
      version: Version.v3,
      // Positive, whatever the draw.
      serialNumber: new Uint8Array([1, ...randomBytes(8)]).buffer,
      signature: ECDSA_SHA256,
      issuer: nomDe(nom),
      validity: new Validity({ notBefore: new Date(fin.getTime() - 30 * JOUR_MS), notAfter: fin }),
      subject: nomDe(sujet),
      subjectPublicKeyInfo: AsnConvert.parse(publique.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo),
      extensions: new Extensions([dite]),
    });
    const signature = createSign('sha256')
      .update(Buffer.from(AsnConvert.serialize(corps)))
      .sign(sienne.privateKey);
    const certificat = new Certificate({
      tbsCertificate: corps,
      signatureAlgorithm: ECDSA_SHA256,
      signatureValue: new Uint8Array(signature).buffer,
    });
    return new X509Certificate(Buffer.from(AsnConvert.serialize(certificat))).toString();
  };
  const pem = (cle: KeyObject): string => cle.export({ type: 'pkcs8', format: 'pem' }).toString();
  const demain = new Date(Date.now() + JOUR_MS);
  return {
    certificat: signer(nom, sienne.publicKey, demain, dAutorite),
    cle: pem(sienne.privateKey),
    certifier(sujet, { noms = [], jusquA = demain } = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const dits = autresNoms(noms.length > 0 ? noms : [sujet]);
      return { certificat: signer(sujet, publicKey, jusquA, dits), cle: pem(privateKey) };
    },
  };
}
