import { condition, defineSignal, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

/** What the floor does, and nothing else. */
export interface Plancher {
  echeances: number;
  signaux: number;
  pauseMs: number;
  /** What is done at each échéance: nothing, or a bare message to the relay. */
  geste: Geste;
}

export type Geste = 'rien' | 'envoyer';

export const signal = defineSignal('signal');

const gestes = proxyActivities<Record<Geste, () => Promise<void>>>({ startToCloseTimeout: '10s' });

/** The least that Temporal asks for the same life as a journey: timers, activities, signals. */
export async function plancher({ echeances, signaux, pauseMs, geste }: Plancher): Promise<void> {
  let recus = 0;
  setHandler(signal, () => {
    recus += 1;
  });
  for (let i = 0; i < echeances; i += 1) {
    await sleep(pauseMs);
    await gestes[geste]();
  }
  await condition(() => recus >= signaux);
}

/** A journey that sleeps until one échéance, and takes messages meanwhile. */
export interface Dormeur {
  /** Epoch, in milliseconds. */
  jusqua: number;
  geste: Geste;
}

/** Answers once so many signals were received. */
export const recu = defineUpdate<number, [number]>('recu');

/** The least that Temporal asks for a journey that is parked: one timer, what is done when it rings, and messages. */
export async function dormeur({ jusqua, geste }: Dormeur): Promise<void> {
  let recus = 0;
  setHandler(signal, () => {
    recus += 1;
  });
  setHandler(recu, async (combien) => {
    await condition(() => recus >= combien);
    return recus;
  });
  await sleep(Math.max(1, jusqua - Date.now()));
  await gestes[geste]();
}
