import { proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesRendezVous } from '../../activities';
import { REGISTRE } from '../classes';

export const { situerRendezVous } = proxyLocalActivities<ActivitesRendezVous>(REGISTRE);
