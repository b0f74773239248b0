import { raisonDuCertificat } from './raisons-tls';

/** A register that is there and does not take us: why, in the words of a French sentence, and the sentence, with a stable code. */
export interface RefusDuRegistre {
  code: 'REGISTRE_REFUSE';
  raison: string;
  phrase: string;
}

const AIDES = {
  nom: 'l’adresse de JALON_REGISTRE_URL dit lequel attendre',
  autorite: 'JALON_REGISTRE_AUTORITE dit laquelle croire',
};

/** Of what the driver says in words alone, or PostgreSQL in those of its own language: what it means, and the setting that helps. */
const RAISONS: readonly (readonly [code: RegExp, mots: RegExp, raison: string])[] = [
  [
    /^$/,
    /does not support SSL|establishing an SSL connection/,
    'il ne parle pas TLS, que lui demande JALON_REGISTRE_AUTORITE ou l’adresse de JALON_REGISTRE_URL',
  ],
  [
    /^28000$/,
    /no encryption|aucun chiffrement/,
    'il ne répond que par TLS (JALON_REGISTRE_AUTORITE, ou sslmode=verify-full dans JALON_REGISTRE_URL)',
  ],
  [
    /^28000$|^ERR_SSL_.*_ALERT_/,
    /./,
    'il n’admet pas ainsi ce compte, cette base ou cette machine (son pg_hba.conf dit qui entre, et par quel certificat)',
  ],
  [/^ERR_SSL_|^EPROTO$/, /./, 'il ne parle pas TLS à cette adresse (JALON_REGISTRE_URL)'],
  [/^28P01$/, /./, 'il refuse le compte ou le mot de passe (JALON_REGISTRE_URL, JALON_REGISTRE_MOT_DE_PASSE)'],
  [/^$/, /client password must be a/, 'il demande un mot de passe (JALON_REGISTRE_MOT_DE_PASSE)'],
  [/^3D000$/, /./, 'la base que nomme JALON_REGISTRE_URL n’existe pas'],
];

export const phraseDuRefus = (raison: string): string => `Le registre (PostgreSQL) ne nous prend pas : ${raison}.`;

/** Why the register does not take us, by what opening it threw; null when that is another matter. */
export function refusDuRegistre(erreur: unknown): RefusDuRegistre | null {
  for (let e: unknown = erreur; e instanceof Error; e = e.cause) {
    const raison = raisonDe(e);
    if (raison !== null) return { code: 'REGISTRE_REFUSE', raison, phrase: phraseDuRefus(raison) };
  }
  return null;
}

function raisonDe(erreur: Error): string | null {
  const { code: dit } = erreur as { code?: unknown };
  const code = typeof dit === 'string' ? dit : '';
  const autre = RAISONS.find(([codes, mots]) => codes.test(code) && mots.test(erreur.message));
  return raisonDuCertificat(code, AIDES) ?? autre?.[2] ?? null;
}
