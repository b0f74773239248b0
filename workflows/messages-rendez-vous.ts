import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { EtatRendezVous } from '../domain/rendez-vous-agenda';

/** Name under which the mail of an appointment is registered. */
export const typeRendezVous = 'rendezVous';

/** One workflow id per appointment. */
export const idRendezVous = (id: string): string => `rdv-${id}`;

/** The appointment changed in the register, or a letter that was held is free: its mail asks again what is due. */
export const rendezVousChange = defineSignal('rendezVousChange');

/** What the mail of an appointment remembers. */
export const courrierRendezVous = defineQuery<EtatRendezVous>('courrierRendezVous');
