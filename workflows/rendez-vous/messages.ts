import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { EtatRendezVous } from '../../domain/rendez-vous/question';
import { fileParcours } from '../parcours/messages';

/** Name under which the mail of an appointment is registered. */
export const typeRendezVous = 'rendezVous';

/** One workflow id per appointment. */
export const idRendezVous = (id: string): string => `rdv-${id}`;

/** The appointment whose mail has this id. */
export const rendezVousDuCourrier = (id: string): string => id.slice('rdv-'.length);

/** How to start the mail of an appointment, or to take it up again once it closed. */
export const departRendezVous = (etat: EtatRendezVous) => ({
  workflowId: idRendezVous(etat.id),
  taskQueue: fileParcours,
  args: [etat],
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  staticSummary: `Rendez-vous du dossier ${etat.numero}`,
});

/** The appointment changed in the register, or a letter that was held is free: its mail asks again what is due. */
export const rendezVousChange = defineSignal('rendezVousChange');

/** What the mail of an appointment remembers. */
export const courrierRendezVous = defineQuery<EtatRendezVous>('courrierRendezVous');
