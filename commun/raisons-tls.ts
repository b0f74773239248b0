/** Settings that help, in the words of a French sentence. */
export interface AidesTls {
  /** Says which name to expect. */
  nom: string;
  /** Says which authority to believe. */
  autorite: string;
}

const RAISONS: readonly (readonly [RegExp, (aides: AidesTls) => string])[] = [
  [/CERT_HAS_EXPIRED/, () => 'son certificat a expiré'],
  [/CERT_NOT_YET_VALID/, () => 'son certificat n’est pas encore valable'],
  [/ERR_TLS_CERT_ALTNAME_INVALID/, ({ nom }) => `son certificat est celui d’un autre nom (${nom})`],
  [
    /SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE/,
    ({ autorite }) => `son certificat n’est pas d’une autorité connue (${autorite})`,
  ],
];

/** What is wrong with the certificate of a server, after the code of a handshake that fails; null when that is another matter. */
export const raisonDuCertificat = (code: string, aides: AidesTls): string | null =>
  RAISONS.find(([motif]) => motif.test(code))?.[1](aides) ?? null;
