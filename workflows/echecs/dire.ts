import { ContinueAsNew, proxySinks, TemporalFailure } from '@temporalio/workflow';
import type { DitsDesWorkflows } from './messages';

const { echecs } = proxySinks<DitsDesWorkflows>();

/** The engine keeps why a workflow task fails encrypted, and its log says no more than that: the worker is told beside. */
export async function direSonEchec<R>(faire: () => Promise<R>): Promise<R> {
  try {
    return await faire();
  } catch (erreur) {
    const estVoulu = erreur instanceof TemporalFailure || erreur instanceof ContinueAsNew;
    if (!estVoulu && erreur instanceof Error) echecs.dire(erreur.message, erreur.stack ?? '');
    throw erreur;
  }
}
