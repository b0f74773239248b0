import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  type ChildWorkflowOptions,
  getExternalWorkflowHandle,
  setCurrentDetails,
  startChild,
} from '@temporalio/workflow';
import { departParcours, typeParcours } from '../parcours/messages';
import { departRendezVous, rendezVousChange, typeRendezVous } from '../rendez-vous/messages';
import { lireInacheves } from './activites';
import type { BilanInacheves } from './messages';

/**
 * Starts what an act wrote in the register when its process was cut before it told the engine: a journey to open, an appointment whose
 * mail does not know its last change. Nothing is lost for longer than the Schedule that runs it.
 */
export async function reprises(): Promise<BilanInacheves> {
  const { ouvertures, rendezVous } = await lireInacheves();
  for (const etat of ouvertures) await lancer(typeParcours, departParcours(etat));
  for (const etat of rendezVous) {
    const depart = departRendezVous(etat);
    if (!(await lancer(typeRendezVous, depart))) {
      await getExternalWorkflowHandle(depart.workflowId).signal(rendezVousChange);
    }
  }
  const bilan = { ouvertures: ouvertures.length, rendezVous: rendezVous.length };
  setCurrentDetails(`Ouvertures reprises : ${bilan.ouvertures}\n\nRendez-vous repris : ${bilan.rendezVous}`);
  return bilan;
}

/** @returns false when it runs already: the act was only slow */
async function lancer(type: string, options: ChildWorkflowOptions & { args: unknown[] }): Promise<boolean> {
  try {
    await startChild(type, { ...options, parentClosePolicy: 'ABANDON' });
    return true;
  } catch (erreur) {
    if (erreur instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw erreur;
  }
}
