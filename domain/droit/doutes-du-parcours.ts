import { ajouterJours, ajouterMois, type DateCivile, joursEntre } from '../calendrier/dates';
import type { NomParametre, Parametres } from '../dossier/parametres';
import type { Resultat } from '../dossier/resultat';
import type { Evaluation } from './calculer';
import type { CodeDoute } from './doutes';
import type { FaitAdmis } from './regles/candidats';
import { finPrime } from './regles/emploi';
import { decompter } from './regles/examen';
import { calculerTerme } from './regles/prolongations';

/**
 * Dates that people are told and that may rest on a doubt: the end of the contract and the first day, the last one, the one that an end by a
 * job left aside and that a broken trial would bring back, all of them.
 */
export type DatesDouteuses = 'DEBUT' | 'TERME' | 'TERME_ECARTE' | 'TOUTES';

/** A doubt that bears on a journey. */
export interface DouteDuParcours {
  code: CodeDoute;
  sur: DatesDouteuses;
  /** The term under the other reading; null when the doubt is not about it. */
  autreTerme: DateCivile | null;
}

/**
 * The doubts on which the dates of a journey rest: its start when the reflection ends on a day off, its term when the other reading of
 * some days would move it, everything when its règlement is no longer known to hold. A parameter adopted with its text, by the
 * journey or its agency, is no longer in doubt.
 * @see REGLES §9
 */
export function doutesDuParcours(evaluation: Evaluation): DouteDuParcours[] {
  const { finReflexion, finReflexionToleree, alertes = [], motifFin, debutCsp } = evaluation.resultat;
  const doutes: DouteDuParcours[] = [];
  if (alertes.includes('REGLEMENT_ECHU_A_CONFIRMER')) {
    doutes.push({ code: 'REGLEMENT_ECHU', sur: 'TOUTES', autreTerme: null });
  }
  if (finReflexion && finReflexionToleree && finReflexionToleree > finReflexion) {
    doutes.push({ code: 'FIN_REFLEXION_NON_OUVREE', sur: 'DEBUT', autreTerme: null });
  }
  if (!debutCsp) return doutes;
  if (motifFin === 'EMPLOI_DURABLE') return [...doutes, ...doutesDuTerme(evaluation, debutCsp, 'TERME_ECARTE')];
  return motifFin === 'TERME' ? [...doutes, ...doutesDuTerme(evaluation, debutCsp, 'TERME')] : doutes;
}

/** Last day on which a doubt that ends by itself bears on what is told: the start is asked about until the first interview is due. */
export const finDuDoute = (
  doutes: readonly DouteDuParcours[],
  { echeancePreBilan }: Pick<Resultat, 'echeancePreBilan'>,
): DateCivile | null => (doutes.some(({ sur }) => sur === 'DEBUT') ? (echeancePreBilan ?? null) : null);

/**
 * Those that still bear on what is told on a day.
 * @see REGLES §9
 */
export const doutesDuJour = (
  doutes: readonly DouteDuParcours[],
  { echeancePreBilan }: Pick<Resultat, 'echeancePreBilan'>,
  jour: DateCivile,
): DouteDuParcours[] => doutes.filter(({ sur }) => sur !== 'DEBUT' || !echeancePreBilan || jour <= echeancePreBilan);

/**
 * Days by which the nearest reading brings the term forward, 0 when none does: what must be done by a day that moves with the term is told
 * by that reading, and nothing is lost before the other.
 * @see REGLES §9
 */
export const avance = (doutes: readonly DouteDuParcours[], terme: DateCivile | null | undefined): number =>
  Math.max(
    0,
    ...doutes.map(({ sur, autreTerme }) =>
      sur === 'TERME' && autreTerme && terme ? joursEntre(autreTerme, terme) : 0,
    ),
  );

type PourLaPrime = Pick<Resultat, 'finDixiemeMois' | 'totalProlongationJours' | 'terme'>;

/** Last day to be hired with a prime were the term another. @see R17 */
export function finPrimeSelon(r: PourLaPrime, doute: DouteDuParcours, p: Parametres): DateCivile | null {
  const { code, autreTerme } = doute;
  const { finDixiemeMois = null, totalProlongationJours = 0, terme } = r;
  // A missing quantième extends nothing.
  const ecart = code !== 'QUANTIEME_ABSENT' && autreTerme && terme ? joursEntre(terme, autreTerme) : 0;
  return finPrime({ finDixiemeMois }, Math.max(0, totalProlongationJours + ecart), p);
}

/** The same by the nearest reading of the extensions. @see REGLES §9 */
export function finPrimeProche(r: PourLaPrime, doutes: readonly DouteDuParcours[], p: Parametres): DateCivile | null {
  const { finDixiemeMois = null, totalProlongationJours = 0 } = r;
  const retenue = finPrime({ finDixiemeMois }, totalProlongationJours, p);
  const jours = [retenue, ...doutes.map((doute) => finPrimeSelon(r, doute, p))];
  return jours.filter((jour) => jour !== null).sort()[0] ?? null;
}

/** What a term is computed with. */
interface Lue {
  faits: readonly FaitAdmis[];
  p: Parametres;
  /** Beyond its cap, a cause leaves its days to the next one. */
  deborde?: true;
}
type Lecture = (evaluation: Evaluation) => Lue;

const sansProlonger =
  (douteux: (fait: FaitAdmis, finSixiemeMois: DateCivile) => boolean): Lecture =>
  ({ faits, parametres, resultat: { finSixiemeMois } }) => ({
    faits: faits.map((fait) => (douteux(fait, finSixiemeMois!) ? { ...fait, prolonge: false } : fait)),
    p: parametres,
  });

const avecParametres =
  (autres: (p: Parametres) => Partial<Parametres>): Lecture =>
  ({ faits, parametres }) => ({ faits, p: { ...parametres, ...autres(parametres) } });

/** A leave counts whole unless its legal length was recorded. */
const sansDureeParDefaut = (prolongations: Parametres['prolongations']): Parametres['prolongations'] =>
  Object.fromEntries(
    Object.entries(prolongations).map(([cause, plafond]) => [
      cause,
      'parEvenement' in plafond ? { parEvenement: Number.POSITIVE_INFINITY } : plafond,
    ]),
  );

/** The other reading of each doubt about the term, and the parameter whose adoption settles it. */
const autresLectures: readonly { code: CodeDoute; tranche: NomParametre; lire: Lecture }[] = [
  {
    code: 'ESSAI_ROMPU',
    tranche: 'essaiRompuProlonge',
    lire: sansProlonger(({ nature }) => nature === 'EMPLOI_REINTEGRE'),
  },
  {
    code: 'EMPLOI_A_CHEVAL',
    tranche: 'activiteDebutProlongationMois',
    lire: sansProlonger(({ nature, debut }, finSixieme) => nature === 'ACTIVITE' && debut <= finSixieme),
  },
  {
    code: 'ARRET_PENDANT_ACTIVITE',
    tranche: 'arretPendantActivite',
    lire: avecParametres(() => ({ arretPendantActivite: 'EXCLU' })),
  },
  {
    code: 'DEBORDEMENT',
    tranche: 'prolongations',
    lire: ({ faits, parametres }) => ({ faits, p: parametres, deborde: true }),
  },
  {
    code: 'DUREE_LEGALE',
    tranche: 'prolongations',
    lire: avecParametres(({ prolongations }) => ({ prolongations: sansDureeParDefaut(prolongations) })),
  },
  {
    code: 'AJPP',
    tranche: 'prolongations',
    lire: avecParametres(({ prolongations: { AJPP: _, ...autres } }) => ({ prolongations: autres })),
  },
  {
    code: 'PROCHE_AIDANT',
    tranche: 'prolongations',
    lire: avecParametres(({ prolongations }) => ({
      prolongations: prolongations.PROCHE_AIDANT ? { ...prolongations, PROCHE_AIDANT: { mois: 12 } } : prolongations,
    })),
  },
];

/** Codes of the doubts that some journey may rest on: each has its sentence and its task. */
export const codesDouteux: readonly CodeDoute[] = [
  'REGLEMENT_ECHU',
  'FIN_REFLEXION_NON_OUVREE',
  'QUANTIEME_ABSENT',
  ...autresLectures.map(({ code }) => code),
];

function doutesDuTerme(evaluation: Evaluation, debutCsp: DateCivile, sur: 'TERME' | 'TERME_ECARTE'): DouteDuParcours[] {
  const { resultat, parametres, adoptes } = evaluation;
  const { terme, termeInitial } = resultat;
  const doutes = autresLectures.flatMap(({ code, tranche, lire }): DouteDuParcours[] => {
    if (adoptes.includes(tranche)) return [];
    const { faits, p, deborde } = lire(evaluation);
    const autreTerme = calculerTerme(decompter(faits, debutCsp, p, deborde), debutCsp, p);
    return autreTerme === terme ? [] : [{ code, sur, autreTerme }];
  });
  const veille = ajouterJours(ajouterMois(debutCsp, parametres.dureeMois), -1);
  if (termeInitial === veille) return doutes;
  return [...doutes, { code: 'QUANTIEME_ABSENT', sur, autreTerme: ajouterJours(terme!, -1) }];
}
