import type { Client } from '@temporalio/client';
import { raisonDuRelais } from '../../activities/relais';
import { refusDuMoteur } from '../../commun/refus-moteur';
import { refusDuRegistre } from '../../commun/refus-registre';
import type { Reglages } from '../../commun/reglages';
import { SILENCE } from '../../commun/silence';
import type { Registre } from '../../registre';
import { moteurRepond } from '../temporal';

/** What Jalon stands on, each asked for real: true when it answers, or why not. */
export const sondesDe = (reglages: Pick<Reglages, 'smtp' | 'temporal'>, registre: Registre, temporal: Client) => ({
  registre: async () => {
    const reponse = await registre.interroger();
    if (reponse === false) return SILENCE;
    return reponse === true || (refusDuRegistre(reponse)?.raison ?? false);
  },
  moteur: async () => (await moteurRepond(temporal)) || ((await refusDuMoteur(reglages.temporal)) ?? false),
  relais: async () => (await raisonDuRelais(reglages.smtp)) ?? true,
});
