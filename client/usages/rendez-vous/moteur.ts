import type { Client } from '@temporalio/client';
import type { EtatRendezVous } from '../../../domain/rendez-vous/question';
import * as messages from '../../../workflows/rendez-vous/messages';

/**
 * Tells the mail of an appointment that it changed, and starts or takes it up again when need be. Durable once this returns,
 * workers up or down.
 */
export async function prevenir(temporal: Client, etat: EtatRendezVous): Promise<void> {
  await temporal.workflow.signalWithStart(messages.typeRendezVous, {
    ...messages.departRendezVous(etat),
    signal: messages.rendezVousChange,
  });
}
