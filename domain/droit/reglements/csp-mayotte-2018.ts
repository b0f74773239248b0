import type { DateCivile } from '../../calendrier/dates';
import { avantAvenant5 } from './avant-avenant-5';
import { csp2015v2025 } from './csp-2015-v2025';
import { emprunter, G, type Reglement, reglement, T } from './reglement';

/** Mayotte has its own convention; chosen by name only. Its details were not read. */
export const cspMayotte2018: Reglement = {
  parNom: true,
  ...reglement(
    'csp-mayotte-2018',
    'CSP de Mayotte, convention de 2018',
    emprunter(csp2015v2025, {
      ...avantAvenant5,
      bilanFenetreMois: G(2, 'comme le CSP de métropole depuis 2019'),
      debutValidite: G('2018-08-01' as DateCivile, 'convention du 17 juillet 2018'),
      finValidite: T('2026-12-31' as DateCivile, 'avenant n° 7 à la convention du 17 juillet 2018'),
      residences: G(['mayotte'], 'convention du 17 juillet 2018'),
    }),
  ),
};
