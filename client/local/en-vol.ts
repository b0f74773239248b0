import type { Connection } from '@temporalio/client';

/** Calls to a server that may never answer, given up before its connection is closed. */
export interface EnVol {
  suivre<T>(appel: () => Promise<T>): Promise<T>;
  abandonner(): void;
}

/**
 * A call left in flight on a connection that is closed is tried again by the SDK, and that try ends the process; one that was given up is
 * not.
 * @see ouvrirConnexion, for connections that we open ourselves
 */
export function appelsEnVol(connexion: () => Connection): EnVol {
  const fins = new Set<AbortController>();
  return {
    async suivre(appel) {
      const fin = new AbortController();
      fins.add(fin);
      try {
        return await connexion().withAbortSignal(fin.signal, appel);
      } finally {
        fins.delete(fin);
      }
    },
    abandonner() {
      for (const fin of fins) fin.abort();
    },
  };
}
