import type { DateCivile } from '../../calendrier/dates';
import { avantAvenant5 } from './avant-avenant-5';
import { csp2015v2025 } from './csp-2015-v2025';
import { D, emprunter, type Reglement, reglement, T } from './reglement';

const ANI = 'ANI du 31 mai 2011 ; convention du 19 juillet 2011, art. 4';
const CSP_2011 = 'comme csp-2011';

/** Experiment for people in precarious jobs, in 39 bassins; chosen by name only, conditions unknown to us. @see R30 */
export const cspExperimental2011: Reglement = {
  parNom: true,
  ...reglement(
    'csp-experimental-2011',
    'Expérimentation pour les publics précaires (2011)',
    emprunter(csp2015v2025, {
      ...avantAvenant5,
      debutValidite: T('2011-09-01' as DateCivile, ANI),
      finValidite: D('2015-01-31' as DateCivile, CSP_2011),
      motifsRupture: T(['FIN_CDD', 'FIN_MISSION', 'FIN_CHANTIER'], ANI),
      effectifMax: D(null, ANI),
      bassinRequis: T(true, `${ANI} : 39 bassins`),
      pspDelai: D({ valeur: 1, unite: 'MOIS' }, CSP_2011),
      pspPlafondMois: D(null, CSP_2011),
      pointEtapeMois: D(null, CSP_2011),
      activiteMinJours: D(14, CSP_2011),
      prolongations: D({}, CSP_2011),
      primeMois: D(null, CSP_2011),
    }),
  ),
};
