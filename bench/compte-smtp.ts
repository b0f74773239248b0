import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What the SMTP server of a bench took so far (`bench/puits-smtp.ts`). */
export interface CompteSmtp {
  recus: number;
  /** Message-IDs. */
  differents: number;
  coeurMs: number;
}

export async function compterCourriels(puits: ChildProcess): Promise<CompteSmtp> {
  puits.send('compte');
  const [compte] = (await once(puits, 'message')) as [CompteSmtp];
  return compte;
}
