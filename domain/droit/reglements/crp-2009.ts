import type { DateCivile } from '../../calendrier/dates';
import { avantAvenant5 } from './avant-avenant-5';
import { csp2015v2025 } from './csp-2015-v2025';
import { D, emprunter, G, reglement, S } from './reglement';
import { VOCABULAIRE_CRP } from './vocabulaire';

const NOTICE = 'notice CRP (S004)';
const CRP = 'convention de reclassement personnalisé de 2009';

/** The CRP, forerunner of the CSP: same skeleton, other words; any job ends it. @see R29 */
export const crp2009 = reglement(
  'crp-2009',
  'CRP, convention de 2009 (1er avril 2009 – 31 août 2011)',
  emprunter(csp2015v2025, {
    ...avantAvenant5,
    reportFinReflexion: D('AUCUN', "aucun texte de la CRP ne parle d'un report"),
    debutValidite: G('2009-04-01' as DateCivile, CRP),
    finValidite: G('2011-08-31' as DateCivile, CRP),
    preBilanJours: S(8, NOTICE),
    pspDelai: S({ valeur: 1, unite: 'MOIS' }, NOTICE),
    pspPlafondMois: S(null, NOTICE),
    pointEtapeMois: S(null, NOTICE),
    activiteMinJours: D(null, "aucune activité n'est prévue : tout emploi met fin à la CRP"),
    essaiRompuReintegre: G(false, CRP),
    prolongations: S({}, NOTICE),
    primeMois: G(null, CRP),
    primeAncienneteMois: G(24, CRP),
    suiviEmploiMois: S(6, NOTICE),
  }),
  VOCABULAIRE_CRP,
);
