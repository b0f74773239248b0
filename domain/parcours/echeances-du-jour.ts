import { comparer, type DateCivile } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { direActualisation } from '../droit/expliquer/dire-actualisation';
import { reglementNommeOuDernier } from '../droit/reglements';
import type { Echeance, Situation } from './situation';

type Vue = Pick<Situation, 'echeances' | 'resultat'>;

/** Of a month that the person declares; situations written before the calendar alone said it hold one. */
const estActualisation = ({ cle }: Pick<Echeance, 'cle'>): boolean => cle.startsWith('ACTUALISATION_');

type Mois = NonNullable<Resultat['actualisations']>[number];

/** The months that a person has to declare and that are not over on a day. @see R20 */
export const moisAVenir = (
  { actualisations = [], motifFin }: Pick<Resultat, 'actualisations' | 'motifFin'>,
  jour: DateCivile,
): Mois[] => (motifFin === 'DECES' ? [] : actualisations.filter(({ cloture }) => cloture >= jour));

/** The same, as échéances. */
export function actualisationsAVenir({ resultat }: Pick<Vue, 'resultat'>, jour: DateCivile): Echeance[] {
  const { vocabulaire } = reglementNommeOuDernier(resultat.reglement);
  return moisAVenir(resultat, jour).map((mois) => ({
    cle: `ACTUALISATION_${mois.mois}`,
    libelle: 'Actualisation mensuelle',
    debut: mois.ouverture,
    date: mois.cloture,
    dernierJourUtile: null,
    statut: 'A_VENIR',
    faiteLe: null,
    regle: 'R20',
    pourquoi: direActualisation(mois, vocabulaire),
  }));
}

/**
 * The échéances of a situation with the month to declare on the day they are shown. It falls on one date for everyone: whoever shows it
 * reads it off the calendar, and no journey is woken for it.
 */
export function echeancesDuJour(vue: Vue, jour: DateCivile): Echeance[] {
  const [mois] = actualisationsAVenir(vue, jour);
  const siennes = vue.echeances.filter((e) => !estActualisation(e));
  return mois === undefined ? siennes : [...siennes, mois].sort((a, b) => comparer(a.date, b.date));
}
