import type { Client } from '@temporalio/client';
import type { ModeEnvoi } from '../../../domain/parcours/parcours';
import type { Registre } from '../../../registre';

/** What looking ahead needs: the register, and how letters leave. */
export interface DepsApercu {
  registre: Registre;
  envoi: ModeEnvoi;
  /** Minutes during which a letter born of a recorded fact is held; 0 by default. */
  sursisMinutes?: number;
}

/** What acting on journeys needs: the register and the engine. */
export interface DepsParcours extends DepsApercu {
  temporal: Client;
}
