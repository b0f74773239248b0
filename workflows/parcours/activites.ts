import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesParcours } from '../../activities';
import type { DemandeSituer, ReponseSituer } from '../../domain/parcours/parcours';
import { essayerPuisAttendre } from '../attente';
import { ATTENTE, AVANT_ATTENTE, ESSAI } from '../classes';

const essai = proxyLocalActivities<ActivitesParcours>(ESSAI);
const attente = proxyActivities<ActivitesParcours>(ATTENTE);

/** Asks what is due, the register written with the answer. */
export const situerEtInscrire = (demande: Omit<DemandeSituer, 'maintenant'>): Promise<ReponseSituer> =>
  essayerPuisAttendre(
    () => essai.situer({ ...demande, maintenant: new Date().toISOString() }),
    () => attente.situer.executeWithOptions({ summary: 'Attend le registre' }, [demande]),
  );

/** The two halves of a pass in runs begun before `situerEtInscrire`. */
export const { situer, inscrire } = proxyLocalActivities<ActivitesParcours>(AVANT_ATTENTE);
