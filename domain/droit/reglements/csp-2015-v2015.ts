import type { DateCivile } from '../../calendrier/dates';
import { csp2015v2021 } from './csp-2015-v2021';
import { G, reglement, reprendre, T } from './reglement';

const C15 = 'convention du 26 janvier 2015';

/** The convention of 2015 as first signed, before avenant n° 5. The entry of sickness between 2015 and 2021 was not found. */
export const csp2015v2015 = reglement(
  'csp-2015-v2015',
  "CSP, convention de 2015 d'origine (1er février 2015 – 30 septembre 2021)",
  reprendre(csp2015v2021, {
    debutValidite: T('2015-02-01' as DateCivile, C15),
    finValidite: T('2021-09-30' as DateCivile, 'avenant n° 5 du 28 juin 2021'),
    pspDelai: T({ valeur: 1, unite: 'MOIS' }, C15),
    pspPlafondMois: T(null, C15),
    prolongations: G({ ACTIVITE: { mois: 3 } }, `${C15}, art. 6 ; autres causes entre 2015 et 2021 non trouvées`),
    plafondGlobalMois: T(15, `${C15}, art. 6`),
  }),
);
