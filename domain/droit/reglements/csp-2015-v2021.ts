import type { DateCivile } from '../../calendrier/dates';
import { csp2015v2025 } from './csp-2015-v2025';
import { reglement, S, T } from './reglement';

/** The convention of 2015 as avenant n° 5 left it: the same text as today's, but for the age of the reference period. */
export const csp2015v2021 = reglement('csp-2015-v2021', 'CSP, convention de 2015 (1er octobre 2021 – 31 mars 2025)', {
  ...csp2015v2025.sources,
  debutValidite: T('2021-10-01' as DateCivile, 'avenant n° 5 du 28 juin 2021'),
  finValidite: T('2025-03-31' as DateCivile, 'avenant n° 10 du 20 mars 2025'),
  praAgeSenior: S(53, "guide de l'employeur, 2022 (S002)"),
});
