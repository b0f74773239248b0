import { proxyActivities } from '@temporalio/workflow';
import type { ActivitesFlotte } from '../../activities/flotte';
import { FLOTTE } from '../classes';

export const { tourner, remettrePoints } = proxyActivities<ActivitesFlotte>(FLOTTE);
