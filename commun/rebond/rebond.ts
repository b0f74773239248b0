import type { Tort } from '../../domain/catalogue/tort';

/** What a mail server reports of a message that we sent. */
export interface Rebond {
  /** Message-IDs that the report returns, the surest first: one of them is that of our message. */
  messageIds: string[];
  /** Key of the letter, from our own header, when the report kept it. */
  cle: string | null;
  /** Recipients that the report speaks of. */
  destinataires: string[];
  /** DEFINITIF: nobody will try again. RETARDE: not delivered yet, the server goes on trying. */
  sorte: 'DEFINITIF' | 'RETARDE';
  /** Enhanced status code (RFC 3463): `5.1.1`. */
  code: string | null;
  /** Whose fault it is. */
  tort: Tort;
}

/** What a report says, before the letter it speaks of is known; `mots` is what the server said. */
export type Dit = Pick<Rebond, 'destinataires' | 'sorte' | 'code'> & { mots: string };
