import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesInacheves, Inacheves } from '../../activities';
import { attendHorsHistoire } from '../attente';
import { ATTENTE, AVANT_ATTENTE, COHERENCE } from '../classes';

const attente = proxyActivities<ActivitesInacheves>(ATTENTE);
const avant = proxyLocalActivities<ActivitesInacheves>(AVANT_ATTENTE);

/** What was left half-way, read from the register. */
export const lireInacheves = (): Promise<Inacheves> =>
  attendHorsHistoire() ? attente.lireInacheves() : avant.lireInacheves();

/** Register and engine compared, a part at a time. */
export const { verifierRecents, verifierPage } = proxyActivities<ActivitesInacheves>(COHERENCE);
