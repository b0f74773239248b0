import type { Client } from '@temporalio/client';
import { fileFlotte } from '../../../workflows/flotte/messages';
import { fileCourriers, fileParcours } from '../../../workflows/parcours/messages';

/** A process that takes work of a queue. */
export interface WorkerVu {
  file: string;
  /** `pid@machine`. */
  identite: string;
  /** Seconds since it last asked for work. */
  silence: number;
}

/** As gRPC numbers them. */
const TYPE = { WORKFLOW: 1, ACTIVITE: 2 } as const;

/** Every queue of Jalon, by the kind of task that matters on it. */
export const FILES = [
  [fileParcours, TYPE.WORKFLOW],
  [fileCourriers, TYPE.ACTIVITE],
  [fileFlotte, TYPE.ACTIVITE],
] as const;

/** A worker asks anew every minute at most: beyond, it is dead or frozen. */
export const FIGE_SECONDES = 120;

/** Every worker of some queue has fallen silent: nothing of it goes on, whatever its process says. */
export const sontFiges = (workers: readonly WorkerVu[]): boolean =>
  FILES.some(([file]) => {
    const siens = workers.filter((w) => w.file === file);
    return siens.length > 0 && siens.every(({ silence }) => silence > FIGE_SECONDES);
  });

/** The workers of each queue, as the engine saw them in the last five minutes. */
export async function workersVus(client: Client, maintenant: Date): Promise<WorkerVu[]> {
  const { namespace } = client.options;
  const parFile = await Promise.all(
    FILES.map(async ([file, taskQueueType]) => {
      const { pollers } = await client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: file },
        taskQueueType,
      });
      return (pollers ?? []).map(({ identity, lastAccessTime }) => ({
        file,
        identite: identity ?? '?',
        silence: Math.max(0, Math.round(maintenant.getTime() / 1_000 - Number(lastAccessTime?.seconds ?? 0))),
      }));
    }),
  );
  return parFile.flat();
}
