import type { DateCivile } from '../calendrier/dates';
import { dateLocale, fuseau, instantMinuit } from '../calendrier/fuseaux';
import { baseReferent, cleCourrier, lireBaseReferent } from '../catalogue/cle-courrier';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { type Etape, etatsFinals } from '../dossier/etats';
import type { EtatParcours } from './parcours';
import { finDuSursis } from './sursis';
import { arrive } from './vie-courrier';

/** What the register keeps of a dossier whose référent changed; no fact of the journal: no date of the rules depends on it. */
export interface ChangementReferent {
  /** Id of who followed the person before the first change that a letter could tell. */
  premier: string;
  /** UTC instant of the last change, ISO 8601. */
  le: string;
}

/** What the register keeps once the dossier is given to another référent; the same when she follows it already. @param a her id */
export const changerDeReferent = (
  avant: { referent: string; changementReferent: ChangementReferent | null },
  a: string,
  le: Date,
): ChangementReferent | null =>
  a === avant.referent
    ? avant.changementReferent
    : { premier: avant.changementReferent?.premier ?? avant.referent, le: le.toISOString() };

/** The same, and who follows her now. */
export interface ReferentChange extends ChangementReferent {
  /** Id. */
  referent: string;
}

export const CODE_REFERENT = 'NOUVEAU_REFERENT' satisfies CodeCourrier;

/** Nobody follows the person any more: who would have is not announced. */
const SANS_SUIVI: readonly Etape[] = ['INELIGIBLE', ...etatsFinals];

interface QuestionReferent {
  etat: EtatParcours;
  /** Absent as long as nothing changed since such letters exist. */
  change: ReferentChange | undefined;
  residence: string;
  /** Where the journey stands today. */
  etape: Etape;
}

/**
 * The letter that tells the person who follows her from now on: one for the last change, in the place of those that have not left, and none
 * when she is given back to whom she knows. What she was last told stays wanted until another letter tells otherwise.
 * @see REGLES §7, "Event-driven"
 */
export function annoncerReferent({ etat, change, residence, etape }: QuestionReferent): CourrierPrevu[] {
  const dite = Object.values(etat.courriers)
    .filter((memoire) => memoire.code === CODE_REFERENT && arrive(memoire))
    .sort((a, b) => instantDit(a.base, residence) - instantDit(b.base, residence))
    .at(-1);
  const connu = dite === undefined ? change?.premier : lireBaseReferent(dite.base)?.referent;
  if (change !== undefined && change.referent !== connu && !SANS_SUIVI.includes(etape)) {
    const date = leJourDu(change, residence);
    return [lettre(baseReferent(date, change.le, change.referent), date)];
  }
  return dite === undefined ? [] : [lettre(dite.base, dite.date)];
}

/** The instant before which it may not leave, time enough to take a slip back, by its key; nothing once that is over. */
export function plancherDuReferent(
  numero: string,
  change: ReferentChange | undefined,
  residence: string,
  { sursisMinutes, maintenant }: { sursisMinutes: number; maintenant: string },
): [cle: string, instant: string][] {
  if (change === undefined) return [];
  const date = leJourDu(change, residence);
  const cle = cleCourrier(numero, lettre(baseReferent(date, change.le, change.referent), date));
  const fin = finDuSursis(change.le, sursisMinutes);
  return fin > maintenant && sursisMinutes > 0 ? [[cle, fin]] : [];
}

const JOUR_MS = 24 * 3600 * 1000;

/** When the change that a letter tells took place, in milliseconds since the epoch: its base has a local day, and a time that is UTC. */
function instantDit(base: string, residence: string): number {
  const { jour, heure } = lireBaseReferent(base)!;
  const minuit = instantMinuit(jour, fuseau(residence)).getTime();
  const [h, m, s] = [0, 2, 4].map((rang) => Number(heure.slice(rang, rang + 2))) as [number, number, number];
  const dansLeJourUtc = ((h * 60 + m) * 60 + s) * 1000;
  return minuit + ((dansLeJourUtc - (minuit % JOUR_MS) + JOUR_MS) % JOUR_MS);
}

const leJourDu = ({ le }: ChangementReferent, residence: string): DateCivile =>
  dateLocale(new Date(le), fuseau(residence));

const lettre = (base: string, date: DateCivile): CourrierPrevu => ({
  code: CODE_REFERENT,
  destinataire: 'BENEFICIAIRE',
  base,
  date,
});
