import { type CodeCourrier, catalogue } from '../catalogue/catalogue';
import { baseRectification, cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Destinataire } from '../dossier/resultat';
import type { Evaluation } from '../droit/calculer';
import { type DouteDuParcours, finPrimeProche } from '../droit/doutes-du-parcours';
import { estDemande, estFaite } from './demandes';
import type { MemoireCourrier } from './parcours';
import { type QuestionSuccession, succeder } from './successeur';
import { arrive } from './vie-courrier';

/** What is known today: the rules with everything known, whatever its day, and the doubts on which their dates rest. */
export interface Connu extends Pick<Evaluation, 'resultat' | 'parametres' | 'entretiens'> {
  doutes: readonly DouteDuParcours[];
}

/** What a letter states today, value by value; null for one that is never rectified. */
function valeursDites(code: string, { resultat, parametres, doutes }: Connu): string[] | null {
  const finPrime = finPrimeProche(resultat, doutes, parametres);
  return catalogue[code as CodeCourrier].dit?.(resultat, { finPrime }).map((valeur) => valeur ?? '') ?? null;
}

/** The same, in one line. */
export const ditAujourdhui = (code: string, connu: Connu): string | null =>
  valeursDites(code, connu)?.join('|') ?? null;

/** A value that was stated and is no longer the same; what was not known yet and is now makes nothing false. */
function contredit(avant: string, aujourdhui: string): boolean {
  const valeurs = aujourdhui.split('|');
  return avant.split('|').some((valeur, rang) => valeur !== '' && valeur !== valeurs[rang]);
}

/** Its key says it all: what else it is remembered to state sets its next key, not its truth. */
const cleDitTout = (code: string, connu: Connu): boolean => valeursDites(code, connu)?.length === 0;

/**
 * A letter that left still says the truth: the rules still want it, and what it stated has not moved. One that asks for something by a
 * day stated that day alone, until what it asks for is done: without it, the letter is superfluous, not false.
 */
export function ditVrai({ code, dit }: MemoireCourrier, voulu: boolean, connu: Connu): boolean {
  const demande = estDemande(code);
  if (demande ? estFaite(code, connu) : !voulu) return demande;
  return dit === undefined || cleDitTout(code, connu) || !contredit(dit, ditAujourdhui(code, connu) ?? '');
}

export interface QuestionRectifications extends QuestionSuccession {
  connu: Connu;
}

export interface Rectifications {
  /** RECTIFICATION letters wanted, those that left included. */
  courriers: CourrierPrevu[];
  /** Base of the RECTIFICATION of each letter that became false just now, by its key. */
  nouvelles: Record<string, string>;
  /** Key of the letter that takes its place and says so, of each that became false just now or lost its successor, by its key. */
  remplacements: Record<string, string>;
}

/**
 * The letters that correct those that left and became false: none where a letter that leaves as well says it already (the same code issued
 * anew, a new term announced, or what else leaves for that reader now), nor where what was false is nothing to act on; else one for each
 * reader, which names all that became false at once.
 * @see R28, ARCHITECTURE "Letters"
 */
export function situerRectifications(question: QuestionRectifications): Rectifications {
  const { etat, voulus, connu, jour } = question;
  const trouvees: Rectifications = { courriers: [], nouvelles: {}, remplacements: {} };
  const faux = Object.entries(etat.courriers).filter(([cle, memoire]) => {
    if (!aEteLu(memoire, voulus.has(cle)) || memoire.destinataire === 'CONSEILLER') return false;
    if (catalogue[memoire.code as CodeCourrier].dit === null) return false;
    return !ditVrai(memoire, voulus.has(cle), connu) || resteRectifie(memoire, question);
  });
  const enCause = new Set<string>();
  for (const [, memoire] of faux) {
    if (memoire.statut === 'RECTIFIE' && memoire.rectification !== undefined)
      enCause.add(vouloir(memoire, memoire.rectification));
  }
  const parLecteur = new Map<Destinataire, string>();
  for (const [cle, memoire] of faux.sort(([, a], [, b]) => rangDeLaReponse(a) - rangDeLaReponse(b))) {
    const { statut, rectification, destinataire } = memoire;
    if (statut === 'RECTIFIE' && (rectification !== undefined || !estADire(memoire, question, enCause))) continue;
    const dite = succeder(memoire, cle, question, parLecteur.get(destinataire));
    if (dite !== undefined) {
      trouvees.remplacements[cle] = dite;
      continue;
    }
    const nouvelle = baseRectification(memoire, etat.version + 1);
    trouvees.nouvelles[cle] = nouvelle;
    parLecteur.set(destinataire, vouloir(memoire, nouvelle));
  }
  return trouvees;

  /** @returns its key */
  function vouloir({ destinataire }: MemoireCourrier, base: string): string {
    const lettre = { code: 'RECTIFICATION', destinataire, base };
    const cle = cleCourrier(etat.numero, lettre);
    trouvees.courriers.push({ ...lettre, date: etat.courriers[cle]?.date ?? jour });
    return cle;
  }
}

/** Of those that one letter corrects, the one on the answer first: what it became is told at the head. */
const rangDeLaReponse = ({ code }: MemoireCourrier): number =>
  code === 'C04_ADHESION' || code === 'C05_REFUS' ? 0 : 1;

/** It reached someone: left, or left by one channel and no longer wanted on the others. */
const aEteLu = ({ statut, partiel }: MemoireCourrier, voulu: boolean): boolean =>
  statut === 'PARTI' || statut === 'RECTIFIE' || (partiel === true && !voulu);

/**
 * What the letter that was to say it may have become without reaching anyone. A task tells a counsellor; REPRIS was seen to under
 * former rules, and nobody is written to about it.
 */
const SANS_SUITE: readonly MemoireCourrier['statut'][] = ['ANNULE', 'PERIME'];

/** One that was set aside is still to be said false: its successor fell, or it was superfluous only, until its day moved. */
const estADire = (
  { code, remplacePar }: MemoireCourrier,
  question: QuestionRectifications,
  enCause: ReadonlySet<string>,
): boolean => (remplacePar === undefined ? estDemande(code) : !tient(remplacePar, question, enCause));

/** What it asks for was done once its rectification had left: that one stays true, and wanted at each pass. */
export function resteRectifie(
  { code, destinataire, statut, rectification: base, remplacePar }: MemoireCourrier,
  { etat, connu }: Pick<QuestionRectifications, 'etat' | 'connu'>,
): boolean {
  if (statut !== 'RECTIFIE' || !estFaite(code, connu)) return false;
  const cle =
    base === undefined ? remplacePar : cleCourrier(etat.numero, { code: 'RECTIFICATION', destinataire, base });
  const partie = cle === undefined ? undefined : etat.courriers[cle];
  return partie !== undefined && arrive(partie);
}

/** Whether the letter that says it left, or still will. @param enCause keys of the RECTIFICATION letters still wanted */
function tient(cle: string, { etat, voulus }: QuestionRectifications, enCause: ReadonlySet<string>): boolean {
  if (enCause.has(cle)) return true;
  const memoire = etat.courriers[cle];
  return memoire === undefined ? voulus.has(cle) : !SANS_SUITE.includes(memoire.statut);
}
