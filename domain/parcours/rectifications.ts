import { type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { codesAnnoncesDeFin } from '../catalogue/annonces-de-fin';
import { type CodeCourrier, catalogue, entreeCatalogue } from '../catalogue/catalogue';
import { baseRectification, cleCourrier, jourDeBase } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Evaluation } from '../droit/calculer';
import { type DouteDuParcours, finPrimeProche } from '../droit/doutes-du-parcours';
import { estDemande, estFaite } from './demandes';
import type { EtatParcours, MemoireCourrier } from './parcours';
import type { Portees } from './portees';
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

/** What a letter on an end before the term says no longer counts: those on what was to come until the term, and those on another end. */
const DE_LA_FIN: readonly string[] = [
  'C08_CONVOCATION_POINT_ETAPE',
  'C09_CONVOCATION_BILAN',
  'C13_FIN_CSP',
  'C18_FORMATION_POURSUITE',
  ...codesAnnoncesDeFin,
];

/** What the letter on the return from an absence, or on the end that it no longer moves, says of it, and of the interviews that it moved. */
const DE_L_ABSENCE: readonly string[] = ['SUSPENSION', 'C08_CONVOCATION_POINT_ETAPE', 'C09_CONVOCATION_BILAN'];

/** What a CSP that does not take place leaves without object. */
const DU_CSP: readonly string[] = [
  'C04_ADHESION',
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'PRIME_DERNIER_MOIS',
];

/** Letters that tell an end or a return whole: what else would leave for it that day may be left to them. */
const ENTIERES: readonly string[] = [...codesAnnoncesDeFin, 'RETOUR'];

/** Letters on a new end of the CSP, on a return to it, on its never taking place or on another answer, and those that they say no longer count. */
const DITS_PAR: Readonly<Record<string, readonly string[]>> = {
  PROLONGATION: [...DE_L_ABSENCE, 'C13_FIN_CSP', 'C18_FORMATION_POURSUITE', 'PRIME_DERNIER_MOIS'],
  ...Object.fromEntries([...codesAnnoncesDeFin, 'C14_CESSATION_INSCRIPTION'].map((code) => [code, DE_LA_FIN])),
  REINTEGRATION: ['FIN_POUR_EMPLOI'],
  RETOUR: DE_L_ABSENCE,
  DECISION_INSPECTION: DU_CSP,
  C04_ADHESION: ['C05_REFUS'],
  C05_REFUS: DU_CSP,
};

export interface QuestionRectifications {
  etat: EtatParcours;
  /** Keys of the letters that rules and events want. */
  voulus: ReadonlyMap<string, CourrierPrevu>;
  connu: Connu;
  jour: DateCivile;
  /** What another letter carries is said by that one. */
  portees?: Portees;
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
 * The letters that correct those that left and became false: one each, unless a letter that leaves as well says it already (the
 * same code issued anew, a new term announced) or what was false is nothing to act on.
 * @see R28, ARCHITECTURE "Letters"
 */
export function situerRectifications(question: QuestionRectifications): Rectifications {
  const { etat, voulus, connu, jour } = question;
  const trouvees: Rectifications = { courriers: [], nouvelles: {}, remplacements: {} };
  for (const [cle, memoire] of Object.entries(etat.courriers)) {
    const { code, destinataire, statut, rectification } = memoire;
    if (!aEteLu(memoire, voulus.has(cle))) continue;
    if (destinataire === 'CONSEILLER' || catalogue[code as CodeCourrier].dit === null) continue;
    const deja = statut === 'RECTIFIE' ? rectification : undefined;
    if (ditVrai(memoire, voulus.has(cle), connu) && !resteRectifie(memoire, question)) continue;
    if (statut === 'RECTIFIE' && deja === undefined && !estADire(memoire, question)) continue;
    const successeur = deja === undefined ? succeder(memoire, question) : undefined;
    if (successeur !== undefined) {
      trouvees.remplacements[cle] = successeur;
      continue;
    }
    const nouvelle = deja ?? baseRectification(memoire, etat.version + 1);
    if (deja === undefined) trouvees.nouvelles[cle] = nouvelle;
    const lettre = { code: 'RECTIFICATION', destinataire, base: nouvelle };
    const partie = etat.courriers[cleCourrier(etat.numero, lettre)];
    trouvees.courriers.push({ ...lettre, date: partie?.date ?? jour });
  }
  return trouvees;
}

/** It reached someone: left, or left by one channel and no longer wanted on the others. */
const aEteLu = ({ statut, partiel }: MemoireCourrier, voulu: boolean): boolean =>
  statut === 'PARTI' || statut === 'RECTIFIE' || (partiel === true && !voulu);

/**
 * What the letter that was to say it may have become without reaching anyone. A task tells a counsellor; REPRIS was seen to under
 * former rules, and nobody is written to about it.
 */
const SANS_SUITE: readonly MemoireCourrier['statut'][] = ['ANNULE', 'PERIME'];

/** One that was set aside is still to be said false: its successor fell, or it was superfluous only, until its day moved. */
const estADire = ({ code, remplacePar }: MemoireCourrier, question: QuestionRectifications): boolean =>
  remplacePar === undefined ? estDemande(code) : !tient(remplacePar, question);

/** What it asks for was done once its rectification had left: that one stays true, and wanted at each pass. */
export function resteRectifie(
  { code, destinataire, statut, rectification: base }: MemoireCourrier,
  { etat, connu }: Pick<QuestionRectifications, 'etat' | 'connu'>,
): boolean {
  if (statut !== 'RECTIFIE' || base === undefined || !estFaite(code, connu)) return false;
  const partie = etat.courriers[cleCourrier(etat.numero, { code: 'RECTIFICATION', destinataire, base })];
  return partie !== undefined && arrive(partie);
}

/** Whether the letter that says it left, or still will. */
function tient(cle: string, { etat, voulus }: QuestionRectifications): boolean {
  const memoire = etat.courriers[cle];
  return memoire === undefined ? voulus.has(cle) : !SANS_SUITE.includes(memoire.statut);
}

/** It leaves now; that of a return as soon as the person is back, be it on the next working day. */
const estVenu = ({ code, base, date }: CourrierPrevu, jour: DateCivile): boolean =>
  (code === 'RETOUR' ? base : date) <= jour;

/** The letter of a return speaks of the absence that is over, not of one that was to begin after it. */
const parleDe = (voulu: CourrierPrevu, faux: MemoireCourrier): boolean =>
  voulu.code !== 'RETOUR' || faux.code !== 'SUSPENSION' || (jourDeBase(faux.base) ?? FIN_DES_TEMPS) < voulu.base;

/**
 * Key of the letter to leave that says of a false one what is true: the same code issued anew, or a new term announced. It leaves now; but
 * what asks for something by a later day may be asked anew on its own day, the first day harming nobody until then.
 */
function succeder(faux: MemoireCourrier, question: QuestionRectifications): string | undefined {
  const { etat, voulus, connu, jour, portees } = question;
  const dite = (code: string): boolean => code === faux.code || (DITS_PAR[code]?.includes(faux.code) ?? false);
  const attendu = (code: string): boolean => code === faux.code && estDemande(code);
  const candidats = [...voulus].filter(
    ([cle, voulu]) =>
      dite(voulu.code) &&
      parleDe(voulu, faux) &&
      voulu.destinataire === faux.destinataire &&
      (estVenu(voulu, jour) || attendu(voulu.code)) &&
      jour <= (entreeCatalogue(voulu.code).utileJusquau(connu.resultat, voulu) ?? FIN_DES_TEMPS) &&
      (!Object.hasOwn(etat.courriers, cle) || portees?.has(cle)),
  );
  const [cle] = candidats.find(([, { code }]) => ENTIERES.includes(code)) ?? candidats[0] ?? [];
  return cle && (portees?.get(cle)?.porteuse ?? cle);
}
