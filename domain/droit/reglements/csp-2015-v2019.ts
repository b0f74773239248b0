import type { DateCivile } from '../../calendrier/dates';
import { csp2015v2015 } from './csp-2015-v2015';
import { G, reglement, T } from './reglement';

const A4 = 'avenant n° 4 du 12 juin 2019';

/** The convention of 2015 once avenant n° 4 let sickness and maternity extend it. */
export const csp2015v2019 = reglement(
  'csp-2015-v2019',
  'CSP, convention de 2015 (1er juillet 2019 – 30 septembre 2021)',
  {
    ...csp2015v2015.sources,
    debutValidite: G('2019-07-01' as DateCivile, `${A4}, dont la date d'effet n'a pas été trouvée`),
    finValidite: T('2021-09-30' as DateCivile, 'avenant n° 5 du 28 juin 2021'),
    prolongations: T(
      { ACTIVITE: { mois: 3 }, MATERNITE: { parEvenement: 112 }, MALADIE: { mois: 4 } },
      `${A4} ; page du ministère du travail`,
    ),
    plafondGlobalMois: T(null, A4),
    bilanFenetreMois: T(2, `${A4} : « au cours des deux derniers mois »`),
  },
);
