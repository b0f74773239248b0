import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const estUnPort = (ecrit: string): boolean => /^\d{1,5}$/.test(ecrit) && Number(ecrit) >= 1 && Number(ecrit) <= 65_535;

/** The two parts of `host:port`, the host of an IPv6 address without its brackets. */
const couper = (ecrit: string): { hote: string; port: string } => {
  const [, hote = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(ecrit) ?? [];
  return { hote, port };
};

/** `host:port`. */
export const hotePort = z
  .string()
  .regex(/^[A-Za-z0-9.[\]:_-]+:\d{1,5}$/)
  .refine((ecrit) => estUnPort(couper(ecrit).port));

/** The same for what listens and resolves no name. */
export const ipPort = hotePort.refine((ecrit) => z.union([z.ipv4(), z.ipv6()]).safeParse(couper(ecrit).hote).success);

/** Drivers decode each part of an address, and some of them throw on a lone `%`. */
function seDecode(ecrit: string): boolean {
  try {
    return decodeURIComponent(ecrit) !== undefined;
  } catch {
    return false;
  }
}

/** @param hote what its host must look like, as WHATWG writes it */
export const url = (protocoles: RegExp, hote = /./) => z.url({ protocol: protocoles, hostname: hote }).refine(seDecode);

/** No character of a host that nobody would look up is hidden behind its code. */
export const urlRelais = url(/^smtps?$/, /^(?!.*%[0-7])./);

/** What an address of PostgreSQL may name a file of. */
const FICHIERS = {
  sslrootcert: (pem: string) => new X509Certificate(pem),
  sslcert: (pem: string) => new X509Certificate(pem),
  sslkey: (pem: string) => createPrivateKey(pem),
};

/** An address of PostgreSQL, with all that its driver reads before it says a word. A slash in its host is the path of a socket. */
export const urlPostgres = url(/^postgres(ql)?$/, /^(?!.*%(?!2F)[0-7])./i).refine((ecrit) => {
  try {
    const { searchParams: dits } = new URL(ecrit);
    for (const [nom, lire] of Object.entries(FICHIERS)) if (dits.get(nom)) lire(readFileSync(dits.get(nom)!, 'utf8'));
    const aVerifier = dits.get('uselibpqcompat') === 'true' && dits.get('sslmode') === 'verify-ca';
    return estUnPort(dits.get('port') ?? '5432') && !(aVerifier && !dits.get('sslrootcert'));
  } catch {
    return false;
  }
});
