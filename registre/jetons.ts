import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses, fit for an address and for a cookie: 256 bits. */
export const nouveauJeton = (): string => randomBytes(32).toString('base64url');

/** What the register keeps of a token: a copy of the database signs nobody in. */
export const empreinteDuJeton = (jeton: string): string => createHash('sha256').update(jeton).digest('hex');
