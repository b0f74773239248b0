import { createHash } from 'node:crypto';

/**
 * What a letter is called outside of Jalon, wherever it is tried again: by these names a relay's log and an outbox say that they had it.
 */

/** The same for every attempt of a letter on e-mail, so that a re-send after a crash is recognisable. */
export const messageIdDe = (cle: string, domaine: string): string =>
  `<${createHash('sha256').update(`${cle}/EMAIL`).digest('hex').slice(0, 40)}@${domaine}>`;

/** Name of a letter in an outbox: always the same for a key, readable, and safe whatever the key holds. */
export function nomDuCourrier(cle: string): string {
  const lisible = cle.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${lisible.slice(0, 100)}-${createHash('sha256').update(cle).digest('hex').slice(0, 12)}`;
}

/** Domain of the sender's address: that of the Message-IDs. */
export const domaineDe = (expediteur: string): string => /@([^\s<>]+)/.exec(expediteur)?.[1] ?? 'jalon.localhost';
