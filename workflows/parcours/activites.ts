import { proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesParcours } from '../../activities';
import { LOI, REGISTRE } from '../classes';

export const { situer } = proxyLocalActivities<ActivitesParcours>(LOI);
export const { inscrire } = proxyLocalActivities<ActivitesParcours>(REGISTRE);
