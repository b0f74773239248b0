/** A part that the launcher started: it may end by itself, or be stopped. */
export interface Partie {
  /** Told once, when it ends without having been asked to; `comment`: how, in a few words, when that is known. */
  surMort(rappel: (comment?: string) => void): void;
  arreter(): Promise<unknown> | unknown;
  /** Ends it by force and at once, without waiting; absent where it ends with the launcher. */
  couper?(): void;
}

export interface Surveillance<P extends Partie> {
  /** Article and name, with its capital: `Le worker`. */
  nom: string;
  /** What happens to journeys meanwhile, in French. */
  entretemps: string;
  /**
   * Starts it, or finds it at work.
   * @param arret aborted when nobody wants it any more: what was begun is then undone
   */
  demarrer(arret: AbortSignal): Promise<P>;
  /** Told, in French, of every death and restart. */
  dire(phrase: string): void;
  /** Before the first restart; doubled at each death that follows. */
  delaiMs?: number;
  /** Aborted once everything is to stop: nothing is started any more, whatever dies meanwhile. */
  arret?: AbortSignal;
}

export interface Surveillee<P extends Partie> {
  /** The part at work; null between a death and the next start. */
  partie(): P | null;
  arreter(): Promise<void>;
  couper(): void;
}

const DELAI_MS = 500;
const ATTENTE_MAX_MS = 30_000;
/** One that lived a minute was healthy: its death starts the count anew. */
const SAINE_MS = 60_000;

/**
 * Starts a part and keeps it alive until it is stopped: whatever ends it is named, and it starts again, each time a little later.
 * @throws what its first start throws: nothing is tried again before it worked once; AbortError when everything is stopping already
 */
export async function surveiller<P extends Partie>({
  nom,
  entretemps,
  demarrer,
  dire,
  delaiMs = DELAI_MS,
  arret,
}: Surveillance<P>): Promise<Surveillee<P>> {
  let vivante: P | null = null;
  const fin = new AbortController();
  let morts = 0;
  let relance: NodeJS.Timeout | undefined;
  let enCours: Promise<void> = Promise.resolve();

  const suivre = (partie: P): void => {
    vivante = partie;
    const depuis = Date.now();
    partie.surMort((comment) => {
      if (fin.signal.aborted) return;
      vivante = null;
      morts = Date.now() - depuis > SAINE_MS ? 1 : morts + 1;
      dire(`${nom} s’est arrêté${comment ? ` (${comment})` : ''}, il redémarre ${dans(attente())} ; ${entretemps}.`);
      programmer();
    });
  };
  const attente = (): number => Math.min(delaiMs * 2 ** (morts - 1), ATTENTE_MAX_MS);
  const programmer = (): void => {
    relance = setTimeout(() => {
      enCours = relancer();
    }, attente());
  };
  const relancer = async (): Promise<void> => {
    try {
      const partie = await demarrer(fin.signal);
      if (fin.signal.aborted) return void (await partie.arreter());
      dire(`${nom} a repris.`);
      suivre(partie);
    } catch (erreur) {
      if (fin.signal.aborted) return;
      morts += 1;
      dire(`${nom} n’a pas pu redémarrer, nouvel essai ${dans(attente())} : ${(erreur as Error).message}`);
      programmer();
    }
  };

  const renoncer = (): void => {
    fin.abort();
    clearTimeout(relance);
  };
  arret?.throwIfAborted();
  arret?.addEventListener('abort', renoncer);

  suivre(await demarrer(fin.signal));
  return {
    partie: () => vivante,
    async arreter() {
      renoncer();
      await enCours;
      await vivante?.arreter();
    },
    couper() {
      renoncer();
      vivante?.couper?.();
    },
  };
}

const dans = (ms: number): string => (ms < 1_000 ? 'aussitôt' : `dans ${Math.round(ms / 1_000)} s`);
