import type { Arrets } from './arrets';

/** Longer than the slowest orderly stop (a letter in hand, then the engine, then PostgreSQL): beyond, what is left is ended by force. */
const ARRET_MAX_MS = 60_000;
/** One Ctrl-C comes twice, from the terminal's group and handed over by npm: only a later one asks again. */
const MEME_DEMANDE_MS = 1_000;

/**
 * Ctrl-C, a signal, or the end of npm ask for an orderly stop; asked a second time, or too slow, it is done by force, and nothing is left
 * behind either way.
 */
export function ecouterSignaux(arret: AbortController, arrets: Arrets): void {
  let demandeLe = 0;
  const forcer = () => {
    arrets.couper();
    process.exit(130);
  };
  const arreter = () => {
    demandeLe = Date.now();
    arret.abort();
    setTimeout(forcer, ARRET_MAX_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!arret.signal.aborted) arreter();
      else if (Date.now() - demandeLe > MEME_DEMANDE_MS) forcer();
    });
  }
  // npm puts a shell between itself and us, which dies of a signal without handing it over (tried): we become an orphan.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && !arret.signal.aborted && arreter(), 300).unref();
  }
}
