import type { MemoireCourrier } from './parcours';
import type { StatutCourrier } from './situation';
import { minutesAvantTentative, RETENU_MINUTES } from './tentatives';

const MINUTE_MS = 60_000;

/** What the life of a letter depends on, of all that is remembered of it. */
export type Vecu = Pick<MemoireCourrier, 'statut' | 'le' | 'tentatives' | 'partiel'>;
type StatutVecu = Vecu['statut'];

/** What differs between the families of letters that live this life. */
export interface Famille {
  /** What one becomes that was tried, or held, until it was of no use: someone must know, by its own task or by another. */
  echoue: 'EN_TACHE' | 'PERIME';
  /** One that was cancelled leaves after all when it is wanted again. */
  renait: boolean;
}

/** A letter that is wanted today, and what is known of it. */
export interface QuestionVie {
  vecu: Vecu | undefined;
  /** What it said, if it left, is so today. */
  vrai: boolean;
  /** An attempt is under way. */
  enCours: boolean;
  /** It must not leave, however useful: RETENU for now; REPRIS, ANNULE for good. */
  arret: 'RETENU' | 'REPRIS' | 'ANNULE' | null;
  /** It is of no use any more: its time is over, or what it asks for was done. */
  inutile: 'TROP_TARD' | 'FAIT' | null;
  /** UTC instants, ISO 8601: when it may leave, delays after a failure and retention included; now. */
  depart: string;
  maintenant: string;
}

export type Suite =
  /** Nothing changes, and nothing is to be done. */
  | { suite: 'RESTE'; statut: StatutCourrier }
  /** It becomes this now, without a hand-off. */
  | { suite: 'DEVIENT'; statut: StatutVecu }
  /** Its departure is to come; or come: an attempt is due. */
  | { suite: 'ATTEND' | 'DU'; statut: StatutCourrier };

/** Tried or held, and still to leave. */
export const attend = (vecu: Vecu | undefined): boolean => vecu?.statut === 'A_REPRENDRE' || vecu?.statut === 'RETENU';

/** It reached its reader, by one channel at least. */
export const arrive = ({ statut, partiel }: Vecu): boolean =>
  statut === 'PARTI' || statut === 'RECTIFIE' || partiel === true;

/**
 * The life of a letter, whoever sends it: due, held, tried, gone by one channel of two, lapsed. What left stays as it left; what one
 * channel took is a letter that left, whatever becomes of the others.
 * @see REGLES §7
 */
export function vivre(question: QuestionVie, { echoue, renait }: Famille): Suite {
  const { vecu, vrai, enCours, arret, inutile, depart, maintenant } = question;
  const statut = vecu?.statut ?? 'A_VENIR';
  if (vecu && !attend(vecu) && !(vecu.statut === 'ANNULE' && renait)) {
    // Its cause came back as it was: what the letter said is true again.
    if (statut === 'RECTIFIE' && vrai) return { suite: 'DEVIENT', statut: 'PARTI' };
    if (statut === 'PARTI' && !vrai) return { suite: 'DEVIENT', statut: 'RECTIFIE' };
    return { suite: 'RESTE', statut };
  }
  if (enCours) return { suite: 'RESTE', statut };
  if (arret === 'RETENU') return { suite: 'RESTE', statut: arret };
  if (arret === 'ANNULE' && vecu?.partiel) return { suite: 'DEVIENT', statut: 'PARTI' };
  if (arret !== null) return { suite: statut === arret ? 'RESTE' : 'DEVIENT', statut: arret };
  if (inutile === 'TROP_TARD' && attend(vecu)) return { suite: 'DEVIENT', statut: vecu?.partiel ? 'PARTI' : echoue };
  if (inutile !== null) return { suite: 'DEVIENT', statut: vecu?.partiel ? 'PARTI' : 'PERIME' };
  const connu = attend(vecu) ? statut : 'A_VENIR';
  return { suite: depart > maintenant ? 'ATTEND' : 'DU', statut: connu };
}

/** What becomes of a letter that nobody wants any more: false if it reached someone, cancelled if it waited or lay in someone's tasks. */
export function delaisser({ statut, partiel }: Vecu): StatutVecu {
  switch (statut) {
    case 'PARTI':
      return 'RECTIFIE';
    case 'A_REPRENDRE':
    case 'RETENU':
      return partiel ? 'RECTIFIE' : 'ANNULE';
    case 'EN_TACHE':
      return 'ANNULE';
    default:
      return statut;
  }
}

/**
 * When one that could not leave is tried again, or one that is held asked about; null when only its own day makes it wait. A whole
 * minute, so that letters refused together are tried again together: one wake, and no timer that fires while the one before is answered.
 * @param relance someone released what was held
 */
export function tentativeLe(vecu: Vecu | undefined, relance: boolean): string | null {
  if (vecu === undefined || !attend(vecu)) return null;
  const retenu = vecu.statut === 'RETENU';
  if (retenu && relance) return null;
  const minutes = retenu ? RETENU_MINUTES : minutesAvantTentative(vecu.tentatives);
  return new Date(Math.ceil(Date.parse(vecu.le) / MINUTE_MS + minutes) * MINUTE_MS).toISOString();
}
