import { log, patched, setDefaultSignalHandler, workflowInfo } from '@temporalio/workflow';
import { activites } from './activites';
import { ATTENTE } from './classes';
import { accueillirNomsReserves } from './noms-reserves';

const { refuserMessage } = activites(['refuserMessage'], ATTENTE);

/**
 * Refuses what a workflow that is no journey receives under a name it does not listen to: once a name, so that a sender who insists
 * asks nothing more of anyone. The refusal is under way until the register has it: a workflow ends once its handlers have.
 * @param numero the dossier that the workflow is about; null when it is about none alone
 */
export function refuserInconnus(numero: string | null): void {
  const refuses = new Set<string>();
  accueillirNomsReserves();
  setDefaultSignalHandler(async (nom) => {
    if (refuses.has(nom)) return;
    if (!patched('messages-inconnus')) return log.warn('message d’un nom inconnu, ignoré');
    refuses.add(nom);
    await refuserMessage({ numero, workflow: workflowInfo().workflowId, nom, recuLe: new Date().toISOString() });
  });
}
