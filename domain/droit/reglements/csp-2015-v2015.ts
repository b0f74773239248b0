import type { DateCivile } from '../../calendrier/dates';
import { avantAvenant5 } from './avant-avenant-5';
import { csp2015v2025 } from './csp-2015-v2025';
import { emprunter, G, reglement, T } from './reglement';

const C15 = 'convention du 26 janvier 2015';

/** The convention of 2015 as first signed, before avenant n° 4. */
export const csp2015v2015 = reglement(
  'csp-2015-v2015',
  "CSP, convention de 2015 d'origine (1er février 2015 – 30 juin 2019)",
  emprunter(csp2015v2025, {
    debutValidite: T('2015-02-01' as DateCivile, C15),
    ...avantAvenant5,
    finValidite: G(
      '2019-06-30' as DateCivile,
      "avenant n° 4 du 12 juin 2019, dont la date d'effet n'a pas été trouvée",
    ),
    pspDelai: T({ valeur: 1, unite: 'MOIS' }, C15),
    pspPlafondMois: T(null, C15),
    prolongations: T({ ACTIVITE: { mois: 3 } }, `${C15}, art. 6`),
    plafondGlobalMois: T(15, `${C15}, art. 6`),
  }),
);
