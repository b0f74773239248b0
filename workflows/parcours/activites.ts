import type { DemandeSituer, ReponseSituer } from '../../domain/parcours/parcours';
import { activites, activitesLocales } from '../activites';
import { ATTEND_LE_REGISTRE, essayerPuisAttendre } from '../attente';
import { ATTENTE, AVANT_ATTENTE, ESSAI } from '../classes';

const essai = activitesLocales(['situer'], ESSAI);
const attente = activites(['situer'], ATTENTE, ATTEND_LE_REGISTRE);

/** Asks what is due, the register written with the answer. */
export const situerEtInscrire = (demande: Omit<DemandeSituer, 'maintenant'>): Promise<ReponseSituer> =>
  essayerPuisAttendre(
    () => essai.situer({ ...demande, maintenant: new Date().toISOString() }),
    () => attente.situer(demande),
  );

/** The two halves of a pass in runs begun before `situerEtInscrire`. */
export const { situer, inscrire } = activitesLocales(['situer', 'inscrire'], AVANT_ATTENTE);
