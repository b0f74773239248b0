import type { Client } from '@temporalio/client';
import { type BilanCoherence, type BilanInacheves, typeInacheves } from '../../../workflows/inacheves/messages';

/** A round that compares register and engine: every ten minutes a part, every night all of it. */
export type SorteRonde = 'legere' | 'entiere';

/** The last round of a sort that came to its end. */
export interface Ronde {
  finieLe: Date;
  /** What it found; null when nobody here can read it any more. */
  bilan: BilanCoherence | null;
}

/** How the ids of their workflows begin, those of a Schedule and those asked for by hand alike. */
const DEBUTS: Record<SorteRonde, string> = { legere: typeInacheves, entiere: 'coherence' };

/** The last rounds; null for one that never came to its end, or that the engine has forgotten. */
export async function dernieresRondes(client: Client): Promise<Record<SorteRonde, Ronde | null>> {
  const [legere, entiere] = await Promise.all([derniereRonde(client, 'legere'), derniereRonde(client, 'entiere')]);
  return { legere, entiere };
}

async function derniereRonde(client: Client, sorte: SorteRonde): Promise<Ronde | null> {
  const query = `WorkflowType = "${typeInacheves}" AND ExecutionStatus = "Completed" AND WorkflowId STARTS_WITH "${DEBUTS[sorte]}"`;
  // The engine lists the latest first.
  for await (const { workflowId, runId, closeTime } of client.workflow.list({ query, pageSize: 1 })) {
    const resultat = client.workflow.getHandle(workflowId, runId).result() as Promise<BilanInacheves>;
    const bilan = await resultat.then(({ coherence }) => coherence).catch(() => null);
    return { finieLe: closeTime!, bilan };
  }
  return null;
}
