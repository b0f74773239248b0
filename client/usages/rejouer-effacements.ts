import type { Client } from '@temporalio/client';
import type { BilanEffacement } from '../../domain/dossier/effacement';
import { type Registre, tracer } from '../../registre';
import { lancerEffacement } from './commun/lancer-effacement';

/**
 * Erases again all those that were erased, as the register and the list outside of it know them: to be done after a copy of the register,
 * of the engine or of the outboxes was brought back, before people come in.
 * @returns what came back and is gone again; EN_COURS when no worker is done with it yet
 */
export async function rejouerLesEffacements(
  { registre, temporal }: { registre: Registre; temporal: Client },
  auteur: string,
  maintenant: Date,
): Promise<BilanEffacement | 'EN_COURS'> {
  await tracer(registre, { numero: null, auteur, acte: 'REJOUER_EFFACEMENTS' }, maintenant);
  return lancerEffacement(temporal, { v: 1, quoi: 'REJOUER' });
}
