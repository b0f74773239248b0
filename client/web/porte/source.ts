import { isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { Porte } from '../dependances';

/** What a Node server knows of a request besides what it says; nothing where there is no server. */
type Entree = { incoming?: { socket: { remoteAddress?: string | undefined } } } | undefined;

/** The network address that a request comes from: what is counted when signing in fails. */
export const sourceDe = (c: Context, { mandataires }: Pick<Porte, 'mandataires'>): string =>
  sourceDite(mandataires, {
    pair: (c.env as Entree)?.incoming?.socket.remoteAddress,
    relaye: c.req.header('x-forwarded-for'),
  });

/**
 * Whoever opened the connection, or, when that is a proxy that is trusted, whom it speaks for: the last of the list that is no such proxy,
 * since the first ones are written by whoever wants to be taken for another.
 */
export function sourceDite(
  mandataires: Porte['mandataires'],
  { pair = '', relaye = '' }: { pair?: string | undefined; relaye?: string | undefined },
): string {
  const connu = (adresse: string) => isIP(adresse) !== 0 && mandataires.check(adresse, familleDe(adresse));
  if (!connu(pair)) return reseau(pair);
  const dits = relaye.split(',').map((dit) => dit.trim());
  const source = dits.findLast((dit) => !connu(dit));
  return reseau(source !== undefined && isIP(source) !== 0 ? source : pair);
}

/** What a `BlockList` calls it. */
export const familleDe = (adresse: string) => (isIPv6(adresse) ? 'ipv6' : 'ipv4');

/** Of IPv6, the network: a single machine has eighteen billion billion addresses. An IPv4 address written in it stays itself. */
function reseau(adresse: string): string {
  const ecrite = adresse.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(ecrite)) return ecrite;
  const [debut = '', fin] = ecrite.split('::');
  const groupes = (texte: string) => (texte === '' ? [] : texte.split(':'));
  const [avant, apres] = [groupes(debut), groupes(fin ?? '')];
  const milieu = fin === undefined ? [] : Array<string>(Math.max(0, 8 - avant.length - apres.length)).fill('0');
  return [...avant, ...milieu, ...apres]
    .slice(0, 4)
    .map((groupe) => Number.parseInt(groupe, 16).toString(16))
    .join(':');
}
