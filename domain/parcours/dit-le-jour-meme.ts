import { type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import { entreeCatalogue, primeDuCourrier } from '../catalogue/catalogue';
import { cleCourrier, lireBaseDatee, lireBaseRectification } from '../catalogue/cle-courrier';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { apres } from '../catalogue/entree';
import type { Resultat } from '../dossier/resultat';
import type { EtatParcours, MemoireCourrier } from './parcours';
import { PORTEUSES, type Portees } from './portees';
import { arrive, attend } from './vie-courrier';

export interface QuestionJourMeme {
  etat: Pick<EtatParcours, 'numero' | 'courriers'>;
  voulus: readonly CourrierPrevu[];
  resultat: Resultat;
  jour: DateCivile;
  residence: string;
  portees: Portees;
  /** When the appointment of each interview was last fixed, by the code of the letter that asks for it: UTC instants. */
  entretiensFixes: ReadonlyMap<string, string>;
  /** Codes of the letters that the agency decides: one is an act of its own, no part of another. */
  decidees?: ReadonlySet<string> | undefined;
  /** Told when the journey was taken over, or under former rules. */
  estRepris(voulu: CourrierPrevu): boolean;
}

/** The letters that give the dates of the CSP: known once it has begun, they say what its first day asks for. */
const DU_DEBUT: readonly CodeCourrier[] = ['C04_ADHESION', 'DECISION_INSPECTION'];

/** Letters on the answer to the proposal. */
const REPONSES: readonly string[] = ['C04_ADHESION', 'C05_REFUS'];

/** What its first day asks for, of the person and of her employer. */
const DES_LE_DEBUT: readonly string[] = [
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'C10_CONTRIBUTION',
  'CONTRIBUTION_RAPPEL',
];

/** The letter on a new end of the CSP, and those that may carry it. */
const DE_LA_NOUVELLE_FIN: readonly CodeCourrier[] = ['PROLONGATION', ...PORTEUSES];

/** Told by a letter on a new end as it is that day, and by none that says none. */
const SELON_LA_FIN: readonly string[] = ['C13_FIN_CSP', 'C18_FORMATION_POURSUITE', 'PRIME_DERNIER_MOIS'];

/** What asks for an interview: a letter of the day that gives its dates asks for it too, as long as its appointment is not made. */
const CONVOCATIONS: readonly string[] = [
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'C08_CONVOCATION_POINT_ETAPE',
  'C09_CONVOCATION_BILAN',
];

/** Those that the letter of a return asks for, with the appointment when it is made. */
const AU_RETOUR: readonly string[] = ['C08_CONVOCATION_POINT_ETAPE', 'C09_CONVOCATION_BILAN'];

/** What an exclusion known late leaves to its letter: registering again. */
const DE_LA_SORTIE: readonly string[] = [
  'C14_CESSATION_INSCRIPTION',
  'C15_RAPPEL_REINSCRIPTION',
  'RELANCE_REINSCRIPTION',
];

/** Whole letters that another carries the day it leaves: what a later fact brings of them is told by none that left before. */
const PARTIES: readonly string[] = [
  'C07_CONVOCATION_PSP',
  'C10_CONTRIBUTION',
  'C13_FIN_CSP',
  'C14_CESSATION_INSCRIPTION',
  'C18_FORMATION_POURSUITE',
];

/** Of each reminder, of what asks for an interview and of what another letter of the day says whole, the letters that say all of it. */
const DISENT_TOUT: Readonly<Record<string, readonly CodeCourrier[]>> = {
  C06_CONVOCATION_PRE_BILAN: [...DU_DEBUT, ...DE_LA_NOUVELLE_FIN],
  C07_CONVOCATION_PSP: [...DU_DEBUT, ...DE_LA_NOUVELLE_FIN],
  C02_RAPPEL_REFLEXION: ['C01_PROPOSITION', 'DECISION_INSPECTION', 'RECTIFICATION'],
  C12_RAPPEL_PRIME: ['C11_PRIME', 'FIN_POUR_EMPLOI'],
  C10_CONTRIBUTION: DU_DEBUT,
  C13_FIN_CSP: DE_LA_NOUVELLE_FIN,
  C18_FORMATION_POURSUITE: DE_LA_NOUVELLE_FIN,
  C14_CESSATION_INSCRIPTION: ['SORTIE_DECIDEE'],
  C15_RAPPEL_REINSCRIPTION: ['C14_CESSATION_INSCRIPTION', 'SORTIE_DECIDEE'],
  RELANCE_REINSCRIPTION: ['C14_CESSATION_INSCRIPTION', 'SORTIE_DECIDEE'],
  CONTRIBUTION_RAPPEL: ['C10_CONTRIBUTION', ...DU_DEBUT],
  PRIME_DERNIER_MOIS: DE_LA_NOUVELLE_FIN,
  C08_CONVOCATION_POINT_ETAPE: DE_LA_NOUVELLE_FIN,
  C09_CONVOCATION_BILAN: DE_LA_NOUVELLE_FIN,
};

/**
 * A letter whose day came before its reader had one that says all of it, because that left late or at the same time: nobody is reminded
 * of what she reads the same day, nor twice at once, nor asked twice for the interview that her return asks for. One that was tried goes
 * on by itself.
 * @see REGLES §7
 */
export function estDitLeJourMeme(voulu: CourrierPrevu, question: QuestionJourMeme): boolean {
  const sources = DISENT_TOUT[voulu.code];
  if (sources === undefined || !estALaisser(voulu, question) || question.decidees?.has(voulu.code)) return false;
  return question.voulus.some((autre) => {
    if (autre.destinataire !== voulu.destinataire) return false;
    if (autre.code === voulu.code) return autre.date > voulu.date && memeObjet(autre, voulu) && estDit(autre, question);
    if (!(sources as readonly string[]).includes(autre.code) || !parleDuMeme(autre, voulu, question)) return false;
    if (tombePendantLAbsence(voulu, autre, question)) return true;
    if (PARTIES.includes(voulu.code) && !estDu(autre, question) && !estLaissee(voulu, question)) return false;
    const lu = jourDeLecture(autre, question);
    return lu !== null && voulu.date <= lu;
  });
}

/** Never tried, or left to another letter at an earlier pass. */
function estALaisser(voulu: CourrierPrevu, { etat }: QuestionJourMeme): boolean {
  const memoire = etat.courriers[cleCourrier(etat.numero, voulu)];
  return memoire === undefined || memoire.statut === 'ANNULE';
}

const estLaissee = (voulu: CourrierPrevu, { etat }: QuestionJourMeme): boolean =>
  etat.courriers[cleCourrier(etat.numero, voulu)]?.statut === 'ANNULE';

/** Nobody is asked for a point d'étape while she is not expected: the letter of her return, which is to leave, asks for it (R13, R24). */
function tombePendantLAbsence(voulu: CourrierPrevu, retour: CourrierPrevu, question: QuestionJourMeme): boolean {
  if (voulu.code !== 'C08_CONVOCATION_POINT_ETAPE' || retour.code !== 'RETOUR' || question.estRepris(retour))
    return false;
  const { etat, resultat, jour } = question;
  const memoire = etat.courriers[cleCourrier(etat.numero, retour)];
  if (memoire !== undefined && !attend(memoire) && !arrive(memoire)) return false;
  const absente = resultat.suspensions?.some(
    ({ debut, fin }) => debut <= voulu.date && voulu.date <= fin && apres(fin, 1) === retour.base,
  );
  return absente === true && jour <= (entreeCatalogue(retour.code).utileJusquau(resultat, retour) ?? FIN_DES_TEMPS);
}

/** Two reminders of one deadline. */
const memeObjet = (un: CourrierPrevu, autre: CourrierPrevu): boolean =>
  lireBaseDatee(un.base)?.jour === lireBaseDatee(autre.base)?.jour;

/** Of several jobs, each has its own prime; only a letter that says a new end says until when to be hired with one. */
function parleDuMeme(source: CourrierPrevu, rappel: CourrierPrevu, question: QuestionJourMeme): boolean {
  const { etat, resultat, portees } = question;
  const cle = cleCourrier(etat.numero, source);
  const porte = [...portees.values()].some(({ porteuse }) => porteuse === cle);
  const ditUneFin = source.code === 'PROLONGATION' || porte || etat.courriers[cle]?.annonce !== undefined;
  if (DES_LE_DEBUT.includes(rappel.code) && DU_DEBUT.some((code) => code === source.code))
    return ditLeDebut(rappel, etat.courriers[cle], question);
  if (CONVOCATIONS.includes(rappel.code)) {
    const auRetour = source.code === 'RETOUR' || source.code === 'REINTEGRATION';
    if (auRetour && AU_RETOUR.includes(rappel.code)) return true;
    const aDire = estDu(source, question) || estLaissee(rappel, question);
    return ditUneFin && !question.entretiensFixes.has(rappel.code) && aDire;
  }
  if (SELON_LA_FIN.includes(rappel.code)) return ditUneFin;
  // One that corrects an answer says until when to answer.
  if (source.code === 'RECTIFICATION') return REPONSES.includes(lireBaseRectification(source.base)?.code ?? '');
  // A decision says what it decides, and nothing else.
  if (source.code === 'SORTIE_DECIDEE' && DE_LA_SORTIE.includes(rappel.code))
    return !question.decidees?.has(source.code);
  if (rappel.code !== 'C12_RAPPEL_PRIME') return true;
  const embauche = source.code === 'FIN_POUR_EMPLOI' ? apres(resultat.dateFinCsp, 1) : source.base;
  const prime = primeDuCourrier(resultat, 'C12_RAPPEL_PRIME', rappel.base);
  return embauche !== null && prime !== undefined && primeDuCourrier(resultat, 'C11_PRIME', embauche) === prime;
}

/** It gives, or gave, the first day of the CSP as it is; of an appointment already made it knows nothing. */
function ditLeDebut(
  { code }: CourrierPrevu,
  memoire: MemoireCourrier | undefined,
  { resultat: { debutCsp }, entretiensFixes }: QuestionJourMeme,
): boolean {
  if (!debutCsp || entretiensFixes.has(code)) return false;
  return memoire?.dit === undefined || memoire.dit.includes(debutCsp);
}

/** The day its reader has it: today while it leaves, or is about to; null when it is to come, never will, or was seen to by others. */
function jourDeLecture(source: CourrierPrevu, question: QuestionJourMeme): DateCivile | null {
  const { etat, jour, residence } = question;
  const memoire = etat.courriers[cleCourrier(etat.numero, source)];
  if (memoire?.statut === 'PARTI') return dateLocale(new Date(memoire.le), fuseau(residence));
  // By one of its channels she has it since a day that nobody kept.
  if (memoire?.partiel) return null;
  return estDu(source, question) ? jour : null;
}

/** It left, or is about to. */
function estDit(lettre: CourrierPrevu, question: QuestionJourMeme): boolean {
  const memoire = question.etat.courriers[cleCourrier(question.etat.numero, lettre)];
  return (memoire !== undefined && arrive(memoire)) || estDu(lettre, question);
}

/** Its day has come, and it is still to leave. */
function estDu(lettre: CourrierPrevu, { etat, resultat, jour, estRepris }: QuestionJourMeme): boolean {
  const memoire = etat.courriers[cleCourrier(etat.numero, lettre)];
  if (lettre.date > jour || estRepris(lettre) || (memoire !== undefined && !attend(memoire))) return false;
  return jour <= (entreeCatalogue(lettre.code).utileJusquau(resultat, lettre) ?? FIN_DES_TEMPS);
}
