import { ajouterJours, ajouterMois, type DateCivile, FIN_DES_TEMPS, joursEntre, min } from '../calendrier/dates';
import { type Intervalles, niemeJour, reunir, soustraire } from '../calendrier/intervalles';
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
 * job left aside and that a broken trial would bring back, the last one to be hired with a prime, all of them.
 */
export type DatesDouteuses = 'DEBUT' | 'TERME' | 'TERME_ECARTE' | 'PRIME' | 'TOUTES';

/** A doubt that bears on a journey. */
export interface DouteDuParcours {
  code: CodeDoute;
  sur: DatesDouteuses;
  /** The term under the other reading, or for a doubt on the prime its last day; null when the doubt is about neither. */
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
  if (motifFin !== 'TERME') return doutes;
  return [...doutes, ...doutesDuTerme(evaluation, debutCsp, 'TERME'), ...doutesDeLaPrime(evaluation, debutCsp)];
}

/**
 * Those that still bear on what is told on a day: the start is asked about until the first interview is due.
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

/** A missing quantième extends nothing; marks that suspensions push have a doubt of their own on the prime. */
const SANS_EFFET_SUR_LA_PRIME: readonly CodeDoute[] = ['QUANTIEME_ABSENT', 'REPERES_FIXES'];

/** Last day to be hired with a prime were the term another. @see R17 */
export function finPrimeSelon(r: PourLaPrime, doute: DouteDuParcours, p: Parametres): DateCivile | null {
  const { code, sur, autreTerme } = doute;
  if (sur === 'PRIME') return autreTerme;
  const { finDixiemeMois = null, totalProlongationJours = 0, terme } = r;
  const ecart = !SANS_EFFET_SUR_LA_PRIME.includes(code) && autreTerme && terme ? joursEntre(terme, autreTerme) : 0;
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

/** The mark that so many days of presence make: that of the calendar, pushed by the days of suspension before it. */
function repousser(repere: DateCivile, suspendus: Intervalles, debutCsp: DateCivile): DateCivile {
  const presents = soustraire([{ debut: debutCsp, fin: FIN_DES_TEMPS }], suspendus);
  return niemeJour(presents, joursEntre(debutCsp, repere) + 1) ?? repere;
}

const emploi = ({ nature }: FaitAdmis): boolean => nature === 'ACTIVITE' || nature === 'EMPLOI_REINTEGRE';

/** A job extends from the 7th month on, its own days left aside, which are another doubt. */
const sixiemeMoisRepousse: Lecture = ({ faits, parametres: p, resultat: { debutCsp, finSixiemeMois } }) => ({
  faits: faits.flatMap((fait): FaitAdmis[] => {
    if (!emploi(fait)) return [fait];
    const suspendus = soustraire(reunir(faits), [fait]);
    const repere = repousser(finSixiemeMois!, suspendus, debutCsp!);
    if (repere < fait.debut) return [fait];
    const avant = { ...fait, fin: min(fait.fin, repere), prolonge: false };
    return fait.fin <= repere ? [avant] : [avant, { ...fait, debut: ajouterJours(repere, 1) }];
  }),
  p,
});

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
    code: 'REPERES_FIXES',
    tranche: 'activiteDebutProlongationMois',
    lire: sixiemeMoisRepousse,
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

/** The ten months pushed by the days of suspension: later than the mark and the extensions that this règlement counts. @see R10, R17 */
function doutesDeLaPrime(
  { resultat, parametres: p, faits, adoptes }: Evaluation,
  debutCsp: DateCivile,
): DouteDuParcours[] {
  const { finDixiemeMois, regimeAsp } = resultat;
  // Without a year in the last job there is no prime (R17, R31).
  if (regimeAsp !== 'ASP_75') return [];
  const retenue = finPrimeProche(resultat, [], p);
  if (!finDixiemeMois || retenue === null || adoptes.includes('primeMois')) return [];
  const autre = repousser(finDixiemeMois, reunir(faits), debutCsp);
  return autre > retenue ? [{ code: 'REPERES_FIXES', sur: 'PRIME', autreTerme: autre }] : [];
}
