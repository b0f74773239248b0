import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Numero } from '../../domain/dossier/numero';
import { enAttenteDeVeille, type Registre } from '../../registre';
import * as messages from '../../workflows/parcours/messages';

interface Deps {
  registre: Registre;
  temporal: Client;
}

/** Tells journeys that what held their letters no longer does; one that closed has nothing to send. */
export async function relancer(temporal: Client, numeros: Iterable<Numero>): Promise<void> {
  for (const numero of numeros) {
    const poignee = temporal.workflow.getHandle(messages.idParcours(numero));
    await poignee.signal(messages.relancer, { id: `relance-${randomUUID()}` }).catch((erreur: Error) => {
      if (erreur.name !== 'WorkflowNotFoundError') throw erreur;
    });
  }
}

/** Tells those whose letters wait past their day. @returns how many */
export async function relancerCeQuiAttend({ registre, temporal }: Deps, maintenant: Date): Promise<number> {
  const numeros = await enAttenteDeVeille(registre, maintenant);
  await relancer(temporal, numeros);
  return numeros.length;
}
