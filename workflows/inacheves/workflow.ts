import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  type ChildWorkflowOptions,
  condition,
  getExternalWorkflowHandle,
  log,
  patched,
  setCurrentDetails,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import { refuserInconnus } from '../messages-inconnus';
import { departParcours, typeParcours } from '../parcours/messages';
import { departRendezVous, rendezVousChange, typeRendezVous } from '../rendez-vous/messages';
import { lireInacheves } from './activites';
import { bilanVide, comparer } from './coherence';
import { avancement, type BilanInacheves, type DemandeInacheves, demandeLegere } from './messages';

/**
 * Starts what an act wrote in the register when its process was cut before it told the engine: a journey to open, an appointment whose
 * mail does not know its last change; then compares the two, and mends what can be. Nothing is lost for longer than the Schedule that
 * runs it.
 */
export async function reprises(demande: DemandeInacheves = demandeLegere): Promise<BilanInacheves> {
  const enCours = bilanVide();
  setHandler(avancement, () => enCours.dossiers, { description: 'Combien de dossiers sont comparés' });
  refuserInconnus(null);
  const { ouvertures, rendezVous } = demande.reparer ? await lireInacheves() : { ouvertures: [], rendezVous: [] };
  for (const etat of ouvertures) await lancer(typeParcours, departParcours(etat));
  for (const etat of rendezVous) {
    const depart = departRendezVous(etat);
    if (!(await lancer(typeRendezVous, depart))) {
      // It may close meanwhile: the next run starts it again, and this one goes on.
      await getExternalWorkflowHandle(depart.workflowId)
        .signal(rendezVousChange)
        .catch((erreur: unknown) => log.warn('rendez-vous non prévenu', { erreur: String(erreur) }));
    }
  }
  // A run cut by the deploy ends as it began.
  const coherence = patched('coherence') ? await comparer(demande, enCours) : enCours;
  const bilan = { ouvertures: ouvertures.length, rendezVous: rendezVous.length, coherence };
  const { REPARE = 0, A_REPARER = 0, A_VOIR = 0 } = coherence.suites;
  setCurrentDetails(
    [
      `Ouvertures reprises : ${bilan.ouvertures}`,
      `Rendez-vous repris : ${bilan.rendezVous}`,
      `Dossiers comparés : ${coherence.dossiers}`,
      `Écarts réparés : ${REPARE}, à réparer : ${A_REPARER}, à voir : ${A_VOIR}`,
    ].join('\n\n'),
  );
  await condition(allHandlersFinished);
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
