import {
  ajouterJours,
  type DateCivile,
  FIN_DES_TEMPS,
  finPeriodeMois,
  joursEntre,
  max,
  min,
} from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { compter, couper, type Intervalles, premiersJours, reunir, soustraire } from '../../calendrier/intervalles';
import { causesProlongation, type Parametres, type Plafond } from '../../dossier/parametres';
import type { CauseProlongation } from '../../dossier/resultat';

/** A fact that may push the term. */
export interface FaitProlongeant extends Periode {
  index: number;
  cause: CauseProlongation;
  /** Legal length of this leave, when it is not the ordinary one. */
  dureeLegaleJours: number | null;
  /** False for a broken trial that takes its days without extending (essaiRompuProlonge). */
  prolonge: boolean;
}

/** Days counted for one leave, or for a whole cause, before the term cuts them. */
interface Lot {
  jours: Intervalles;
  /** Cap of a leave; null when the cause has one cap for all its facts. */
  plafond: number | null;
}

/** The leaves that a cause counts, and the days that all of them may add; infinite when each leave has its own cap. */
interface Compte {
  lots: Lot[];
  plafond: number;
}

/** The days of each cause of the règlement, once a day has gone to one cause only. */
export type Decompte = ReadonlyMap<CauseProlongation, Compte>;

/**
 * Attributes days: causes in the order of R15, facts in the order of F16; a day taken by a capped cause does not spill over.
 * @param deborde the other reading: beyond its cap, a cause leaves its days to the next one
 * @see R15, F18
 */
export function attribuer(
  faits: readonly FaitProlongeant[],
  debutCsp: DateCivile,
  p: Parametres,
  deborde = false,
): Decompte {
  const decompte = new Map<CauseProlongation, Compte>();
  if (faits.length === 0) return decompte;
  const arrets = p.arretPendantActivite === 'EXCLU' ? reunir(faits.filter(({ cause }) => cause === 'MALADIE')) : [];
  let pris: Periode[] = [];
  for (const cause of causesProlongation) {
    const siens = faits.filter((fait) => fait.cause === cause);
    const plafond = p.prolongations[cause];
    const total = plafond === undefined || siens.length === 0 ? 0 : plafondEnJours(plafond, debutCsp, p);
    const lots: Lot[] = [];
    let reste = total;
    for (const fait of siens) {
      const libres = soustraire(couper([fait], debutCsp, FIN_DES_TEMPS), pris);
      if (plafond === undefined || !fait.prolonge) {
        pris = reunir([...pris, ...libres]);
        continue;
      }
      const comptes = cause === 'ACTIVITE' ? joursComptes(libres, arrets, debutCsp, p) : libres;
      const plafondDuConge = plafondParConge(plafond, fait);
      lots.push({ jours: comptes, plafond: plafondDuConge });
      const admis = Math.min(reste, plafondDuConge ?? reste);
      const audela = deborde && compter(comptes) > admis ? soustraire(comptes, premiersJours(comptes, admis)) : [];
      reste -= Math.min(compter(comptes), admis);
      pris = reunir([...pris, ...soustraire(libres, audela)]);
    }
    if (lots.length > 0) decompte.set(cause, { lots, plafond: total });
  }
  return decompte;
}

/** Days of activité count from the seventh month on, those of a sick leave left out where the règlement says so. */
function joursComptes(libres: Intervalles, arrets: Intervalles, debutCsp: DateCivile, p: Parametres): Periode[] {
  const debutSeptiemeMois = ajouterJours(finPeriodeMois(debutCsp, p.activiteDebutProlongationMois), 1);
  return soustraire(couper(libres, debutSeptiemeMois, FIN_DES_TEMPS), arrets);
}

const plafondParConge = (plafond: Plafond, { dureeLegaleJours }: FaitProlongeant): number | null =>
  'parEvenement' in plafond ? (dureeLegaleJours ?? plafond.parEvenement) : null;

/** A cap in months is the number of days by which that many months more would push the term. @see R15 */
function plafondEnJours(plafond: Plafond, debutCsp: DateCivile, p: Parametres): number {
  if ('jours' in plafond) return plafond.jours;
  if ('parEvenement' in plafond) return Number.POSITIVE_INFINITY;
  return joursEntre(finPeriodeMois(debutCsp, p.dureeMois), finPeriodeMois(debutCsp, p.dureeMois + plafond.mois));
}

/** What a cause adds to a term, with the days it counts. */
export interface CompteCause {
  cause: CauseProlongation;
  /** Days counted up to the term, as disjoint periods; a capped leave keeps its first days. */
  periodes: Periode[];
  joursConstates: number;
  plafondJours: number;
  joursAccordes: number;
}

function compterCause(
  cause: CauseProlongation,
  { lots, plafond: total }: Compte,
  debutCsp: DateCivile,
  terme: DateCivile,
): CompteCause {
  const periodes = lots.flatMap(({ jours, plafond }) => {
    const dansLeCsp = couper(jours, debutCsp, terme);
    return plafond === null ? dansLeCsp : premiersJours(dansLeCsp, plafond);
  });
  const joursConstates = compter(periodes);
  const plafondJours = total === Number.POSITIVE_INFINITY ? joursConstates : total;
  return { cause, periodes, joursConstates, plafondJours, joursAccordes: Math.min(joursConstates, plafondJours) };
}

/** The counts of a décompte up to a term, one per cause with a counted day. @see F18 */
export function compterCauses(decompte: Decompte, debutCsp: DateCivile, terme: DateCivile): CompteCause[] {
  return [...decompte]
    .map(([cause, compte]) => compterCause(cause, compte, debutCsp, terme))
    .filter(({ joursConstates }) => joursConstates > 0)
    .map((compte) => ({ ...compte, periodes: reunir(compte.periodes) }));
}

/**
 * The term with its extensions: the least T ≥ termeInitial such that T = termeInitial + the days granted up to T. Days gained may
 * hold days that count in turn; T only grows and every cause is capped, so this ends.
 * @see R15
 */
export function calculerTerme(decompte: Decompte, debutCsp: DateCivile, p: Parametres): DateCivile {
  const termeInitial = finPeriodeMois(debutCsp, p.dureeMois);
  if (decompte.size === 0) return termeInitial;
  const limite = p.plafondGlobalMois === null ? null : max(termeInitial, finPeriodeMois(debutCsp, p.plafondGlobalMois));
  let terme = termeInitial;
  for (;;) {
    let accordes = 0;
    for (const [cause, compte] of decompte) accordes += compterCause(cause, compte, debutCsp, terme).joursAccordes;
    const pousse = ajouterJours(termeInitial, accordes);
    const suivant = limite === null ? pousse : min(pousse, limite);
    if (suivant === terme) return terme;
    terme = suivant;
  }
}
