import type { Client } from '@temporalio/client';
import { raisonDuRelais } from '../../activities/relais';
import type { Reglages } from '../../commun/reglages';
import type { Registre } from '../../registre';
import { moteurRepond } from '../temporal';

/** What Jalon stands on, each asked for real: true when it answers, or why not. */
export const sondesDe = ({ smtp }: Pick<Reglages, 'smtp'>, registre: Registre, temporal: Client) => ({
  registre: () => registre.repond(),
  moteur: () => moteurRepond(temporal),
  relais: async () => (await raisonDuRelais(smtp.url)) ?? true,
});
