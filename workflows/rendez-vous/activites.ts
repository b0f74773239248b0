import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivitesRendezVous, DemandeRendezVous, ReponseRendezVous } from '../../activities';
import { essayerPuisAttendre } from '../attente';
import { ATTENTE, AVANT_ATTENTE, ESSAI } from '../classes';

const essai = proxyLocalActivities<ActivitesRendezVous>(ESSAI);
const attente = proxyActivities<ActivitesRendezVous>(ATTENTE);
const avant = proxyLocalActivities<ActivitesRendezVous>(AVANT_ATTENTE);

/**
 * Asks what the mail of an appointment is due.
 * @param horsHistoire false in a pass recorded before the register was awaited in an activity
 */
export function situerRendezVous(
  demande: Omit<DemandeRendezVous, 'maintenant'>,
  horsHistoire: boolean,
): Promise<ReponseRendezVous> {
  const maintenant = new Date().toISOString();
  if (!horsHistoire) return avant.situerRendezVous({ ...demande, maintenant });
  return essayerPuisAttendre(
    () => essai.situerRendezVous({ ...demande, maintenant }),
    () => attente.situerRendezVous.executeWithOptions({ summary: 'Attend le registre' }, [demande]),
  );
}
