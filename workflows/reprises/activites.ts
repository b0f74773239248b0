import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesReprises, Inacheves } from '../../activities';
import { attendHorsHistoire } from '../attente';
import { ATTENTE, AVANT_ATTENTE } from '../classes';

const attente = proxyActivities<ActivitesReprises>(ATTENTE);
const avant = proxyLocalActivities<ActivitesReprises>(AVANT_ATTENTE);

/** What was left half-way, read from the register. */
export const lireInacheves = (): Promise<Inacheves> =>
  attendHorsHistoire() ? attente.lireInacheves() : avant.lireInacheves();
