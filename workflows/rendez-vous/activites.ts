import type { DemandeRendezVous, ReponseRendezVous } from '../../activities';
import { activites, activitesLocales } from '../activites';
import { ATTEND_LE_REGISTRE, essayerPuisAttendre } from '../attente';
import { ATTENTE, AVANT_ATTENTE, ESSAI } from '../classes';

const essai = activitesLocales(['situerRendezVous'], ESSAI);
const attente = activites(['situerRendezVous'], ATTENTE, ATTEND_LE_REGISTRE);
const avant = activitesLocales(['situerRendezVous'], AVANT_ATTENTE);

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
    () => attente.situerRendezVous(demande),
  );
}
