import { type DateCivile, dateCivile, enChiffres } from '../../calendrier/dates';
import type { Certitude } from '../reglements';
import { absents, type Estime, estime, inconnu } from './estimation';
import type { Montants } from './montants';

/** A bound of the daily ASP, for the CSP that begin within its days. */
interface Borne {
  debut: DateCivile;
  fin: DateCivile;
  centimes: number;
  source: string;
  certitude: Certitude;
}

const borne = (debut: string, fin: string, centimes: number, source: string, certitude: Certitude): Borne => ({
  debut: dateCivile(debut),
  fin: dateCivile(fin),
  centimes,
  source,
  certitude,
});

const FICHE = 'fiche ASP de l’Unédic, 19 janvier 2024';
const PLAFOND = '57 % de quatre plafonds de la sécurité sociale';

/** Never above the highest ARE. */
const MAXIMUM: readonly Borne[] = [
  borne('2024-01-01', '2024-12-31', 289_64, FICHE, 'T'),
  borne('2025-01-01', '2025-12-31', 294_21, PLAFOND, 'G'),
  borne('2026-01-01', '2026-12-31', 300_21, PLAFOND, 'G'),
];

/** Never under the least ARE of a training, which changes on 1 July. */
const MINIMUM: readonly Borne[] = [
  borne('2023-07-01', '2024-06-30', 22_61, FICHE, 'T'),
  borne('2024-07-01', '2025-06-30', 22_88, 'conseil d’administration de l’Unédic du 25 juin 2025', 'G'),
  borne('2025-07-01', '2026-06-30', 22_99, 'conseil d’administration de l’Unédic du 25 juin 2025', 'G'),
];

/** What the daily ASP stays between. */
export interface Bornes {
  minimum: number;
  maximum: number;
  source: string;
}

/**
 * The bounds of the ASP of a CSP that begins on a day: those given, else those known for that day. Nothing is guessed for another day.
 * @see R31
 */
export function bornes(montants: Montants, debutCsp: DateCivile): Estime<Bornes> {
  const connue = (table: readonly Borne[]) => table.find(({ debut, fin }) => debut <= debutCsp && debutCsp <= fin);
  const { aspMinimaleJournaliereCentimes: basse, aspMaximaleJournaliereCentimes: haute } = montants;
  const [min, max] = [connue(MINIMUM), connue(MAXIMUM)];
  const [minimum, maximum] = [basse ?? min?.centimes, haute ?? max?.centimes];
  if (minimum === undefined || maximum === undefined) {
    const manque = absents(montants, [
      ...(minimum === undefined ? (['aspMinimaleJournaliereCentimes'] as const) : []),
      ...(maximum === undefined ? (['aspMaximaleJournaliereCentimes'] as const) : []),
    ]);
    const refus = inconnu(manque);
    return {
      ...refus,
      phrase: `${refus.phrase} Jalon ne les connaît pas pour un CSP commencé le ${enChiffres(debutCsp)}.`,
    };
  }
  const sources = [
    basse === undefined ? min?.source : 'borne donnée',
    haute === undefined ? max?.source : 'borne donnée',
  ];
  return estime({ minimum, maximum, source: [...new Set(sources)].join(', ') });
}
