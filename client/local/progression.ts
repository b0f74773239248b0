import { SingleBar } from 'cli-progress';

/** What takes less needs no bar. */
const SILENCE_MS = 2_000;
/** Without a terminal a bar is a line now and then, not a flood in a log. */
const LIGNE_MS = 5_000;

export type Avancer = (fait: number, total: number) => void;

/**
 * Does a work and shows a progress bar on standard error once it lasts more than two seconds.
 * @param titre what is being done, in French
 * @param travail is given `avancer`; without a call to it the bar shows the time elapsed only
 */
export async function avecProgression<T>(titre: string, travail: (avancer: Avancer) => Promise<T>): Promise<T> {
  let barre: SingleBar | null = null;
  let fait = 0;
  let total = 0;
  const format = () => (total > 0 ? `${titre} [{bar}] {percentage} %  {duration} s` : `${titre}…  {duration} s`);
  const minuterie = setTimeout(() => {
    barre = new SingleBar({
      format: (options, params, valeurs) => {
        const pleines = Math.round(params.progress * 30);
        const dessin = '='.repeat(pleines).padEnd(30, '-');
        const secondes = Math.round((Date.now() - params.startTime + SILENCE_MS) / 1000);
        void options;
        void valeurs;
        return format()
          .replace('{bar}', dessin)
          .replace('{percentage}', String(Math.round(params.progress * 100)))
          .replace('{duration}', String(secondes));
      },
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: LIGNE_MS,
      hideCursor: null,
    });
    barre.start(Math.max(total, 1), fait);
  }, SILENCE_MS);
  try {
    return await travail((f, t) => {
      fait = f;
      total = t;
      barre?.setTotal(Math.max(t, 1));
      barre?.update(f);
    });
  } finally {
    clearTimeout(minuterie);
    (barre as SingleBar | null)?.stop();
  }
}
