import { setTimeout as attendre } from 'node:timers/promises';
import { deFront } from '../../commun/de-front';
import type { Place } from './place';
import type { Dormeur } from './plancher';

/** As many requests under way as make the engine busy, and no more. */
const DE_FRONT = 10;
/** Its start, its task asked for, taken, done, and its timer. */
const EVENEMENTS_D_UN_DORMEUR = 5;

/** Journeys of the floor begun, and parked. @returns how long it took to begin them, then until the last of them sleeps */
export async function ouvrirDormeurs(
  { clientNu: { workflow } }: Place,
  { ids, dormeur }: { ids: readonly string[]; dormeur: Dormeur },
): Promise<{ ouverts: number; enPlace: number }> {
  const debut = Date.now();
  await deFront(DE_FRONT, ids, (workflowId) =>
    workflow.start('dormeur', { workflowId, taskQueue: 'plancher', args: [dormeur] }),
  );
  const ouverts = Date.now() - debut;
  for (const id of ids.slice(-DE_FRONT))
    while ((await workflow.getHandle(id).describe()).historyLength < EVENEMENTS_D_UN_DORMEUR) await attendre(20);
  return { ouverts: ouverts / 1_000, enPlace: (Date.now() - debut) / 1_000 };
}
