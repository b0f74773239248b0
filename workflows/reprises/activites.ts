import { proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesReprises } from '../../activities';
import { REGISTRE } from '../classes';

export const { lireInacheves } = proxyLocalActivities<ActivitesReprises>(REGISTRE);
