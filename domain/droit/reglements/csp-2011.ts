import type { DateCivile } from '../../calendrier/dates';
import { avantAvenant5 } from './avant-avenant-5';
import { csp2015v2025 } from './csp-2015-v2025';
import { emprunter, reglement, T } from './reglement';

const C11 = 'convention du 19 juillet 2011';

/** The first CSP, with the values of the avenant of 3 February 2012. */
export const csp2011 = reglement(
  'csp-2011',
  'CSP, convention de 2011 (1er septembre 2011 – 31 janvier 2015)',
  emprunter(csp2015v2025, {
    ...avantAvenant5,
    debutValidite: T('2011-09-01' as DateCivile, C11),
    finValidite: T('2015-01-31' as DateCivile, 'convention du 26 janvier 2015'),
    pspDelai: T({ valeur: 1, unite: 'MOIS' }, C11),
    pspPlafondMois: T(null, C11),
    pointEtapeMois: T(null, C11),
    activiteMinJours: T(14, 'avenant n° 1 du 3 février 2012'),
    essaiRompuProlonge: T(false, 'avenant n° 1 du 3 février 2012 : « sans modification du terme »'),
    prolongations: T({}, C11),
    primeMois: T(null, C11),
  }),
);
