import { CancellationScope, log, patched } from '@temporalio/workflow';

/**
 * Whether this pass waits for the register outside of its history. Asked at the head of every pass: a run begun before keeps what it
 * recorded and changes at its first live pass.
 */
export const attendHorsHistoire = (): boolean => patched('attente-hors-histoire');

/** What the Temporal UI shows of a question whose answer is late. */
export const ATTEND_LE_REGISTRE = 'Attend le registre';

/**
 * A question put at once, which costs a marker; and when it has no answer in a few seconds, the same in an activity that waits, asked
 * anew at every try, so that its answer is of the moment it is given.
 */
export async function essayerPuisAttendre<R>(essayer: () => Promise<R>, attendre: () => Promise<R>): Promise<R> {
  try {
    return await essayer();
  } catch (erreur) {
    // A try that a stopping worker cut is to be asked again; only the end of the run itself ends the question.
    if (CancellationScope.current().consideredCancelled) throw erreur;
    log.warn('le registre n’a pas répondu, le parcours l’attend', { erreur: String(erreur) });
    return attendre();
  }
}
