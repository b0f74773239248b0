import type { DateCivile } from '../../calendrier/dates';
import { csp2015v2021 } from './csp-2015-v2021';
import { G, reglement, reprendre, T } from './reglement';

/** Mayotte has its own convention; chosen by name only. Its details were not read. */
export const cspMayotte2018 = reglement(
  'csp-mayotte-2018',
  'CSP de Mayotte, convention de 2018',
  reprendre(csp2015v2021, {
    debutValidite: G('2018-08-01' as DateCivile, 'convention du 17 juillet 2018'),
    finValidite: T('2026-12-31' as DateCivile, 'avenant n° 7 à la convention du 17 juillet 2018'),
    residences: G(['mayotte'], 'convention du 17 juillet 2018'),
  }),
);
