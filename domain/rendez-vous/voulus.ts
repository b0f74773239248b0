import { ajouterJours, type DateCivile, joursEntre } from '../calendrier/dates';
import { dateLocale, fuseau, instantEnvoi, instantMinuit } from '../calendrier/fuseaux';
import { ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import { lireBaseRendezVous, RAPPELS_JOURS, type RappelJours } from '../catalogue/cle-courrier';
import { finDuSursis } from '../parcours/sursis';
import { arrive } from '../parcours/vie-courrier';
import { type CodeRendezVous, codePremiereAnnonce, estAnnonce } from './cle';
import type { MemoireRendezVous, QuestionRendezVous } from './question';
import { suspenduLe } from './suspension';

/** A person is told at least this long before the appointment, rather than held back by the retention. */
const PREAVIS_MINUTES = 120;

/** An announcement that leaves less than this before a reminder takes its place. */
const ECART_RAPPEL_JOURS = 2;

/** Days during which it is still useful to say that an appointment was missed. */
const MANQUE_UTILE_JOURS = 15;

/** A letter that an appointment wants, before it is laid over what is remembered of it. */
export interface Voulu {
  code: CodeRendezVous;
  rappel: RappelJours | null;
  date: DateCivile;
  depart: Date;
  /** First instant at which it is of no use. */
  inutileLe: Date;
}

const MINUTE_MS = 60_000;
const plusTot = (a: Date, b: Date): Date => (a < b ? a : b);
export const plusTard = (a: Date, b: Date): Date => (a > b ? a : b);
/** She knows, or someone is to tell her. */
const parti = (memoire: MemoireRendezVous): boolean => arrive(memoire) || memoire.statut === 'EN_TACHE';

/** The letters that an appointment wants as it is now. @param jour its day, on its own clock */
export function courriersVoulus(question: QuestionRendezVous, jour: DateCivile): Voulu[] {
  const { rendezVous, courriers } = question;
  const annonces = Object.entries(courriers).filter(([, m]) => estAnnonce(m.code));
  const deCetteSequence = ({ code, base }: MemoireRendezVous): boolean =>
    lireBaseRendezVous(code, base)?.sequence === rendezVous.sequence;
  switch (rendezVous.statut) {
    case 'PREVU': {
      const avant = annonces.filter(([, m]) => !deCetteSequence(m));
      const code = avant.some(([, m]) => parti(m)) ? 'RDV_DEPLACE' : codePremiereAnnonce(rendezVous.sorte);
      const annonce = apresActe(question, code, rendezVous.fixeLe);
      const sue = annonces.find(([, m]) => deCetteSequence(m) && parti(m));
      return [annonce, ...rappels(question, jour, sue?.[1].le ?? null)];
    }
    case 'ANNULE': {
      // Nobody needs to be told of the end of what she never heard of; what was tried may have arrived.
      const sue = annonces.some(([, m]) => parti(m) || m.statut === 'A_REPRENDRE' || m.statut === 'INCERTAIN');
      return sue ? [apresActe(question, 'RDV_ANNULE', rendezVous.closLe ?? rendezVous.fixeLe)] : [];
    }
    case 'MANQUE':
      // Someone whose CSP was suspended was not expected: her absence is no fault to write about.
      return suspenduLe(question.dossier.suspensions, jour) ? [] : [manque(question)];
    case 'TENU':
      return [];
  }
}

/** The letter of an act: after the retention, but early enough before the appointment to be of use. */
function apresActe(question: QuestionRendezVous, code: CodeRendezVous, acteLe: string): Voulu {
  const debut = new Date(question.rendezVous.debut);
  const acte = new Date(acteLe);
  const sursis = new Date(finDuSursis(acteLe, question.sursisMinutes));
  const preavis = new Date(debut.getTime() - PREAVIS_MINUTES * MINUTE_MS);
  const plancher = plusTard(acte, plusTot(sursis, preavis));
  return { code, rappel: null, ...desQue(question, plancher), inutileLe: debut };
}

function manque(question: QuestionRendezVous): Voulu {
  const { closLe, fixeLe } = question.rendezVous;
  const sursis = new Date(finDuSursis(closLe ?? fixeLe, question.sursisMinutes));
  const { date, depart } = desQue(question, sursis);
  const inutileLe = instantMinuit(ajouterJours(date, MANQUE_UTILE_JOURS + 1), fuseau(question.dossier.residence));
  return { code: 'RDV_MANQUE', rappel: null, date, depart, inutileLe };
}

/** A whole week always holds an ouvré day: a letter due a week ago leaves as soon as its floor and the window allow. */
const UNE_SEMAINE = 7;

function desQue(question: QuestionRendezVous, plancher: Date): Pick<Voulu, 'date' | 'depart'> {
  const { residence } = question.dossier;
  const date = dateLocale(plancher, fuseau(residence));
  return { date, depart: partir(question, ajouterJours(date, -UNE_SEMAINE), plancher) };
}

/** What is late leaves within working hours too. */
function partir(
  { rendezVous, dossier, envoi, maintenant }: QuestionRendezVous,
  date: DateCivile,
  plancher: Date,
): Date {
  const { residence } = dossier;
  const auPlusTot = envoi === 'fenetre' ? plusTard(plancher, new Date(maintenant)) : plancher;
  return instantEnvoi(date, { residence }, rendezVous.numero, envoi, { auPlusTot });
}

/** J−7 and J−1, on an ouvré day, unless the person has just been told; a late J−7 leaves the word to J−1. */
function rappels(question: QuestionRendezVous, jour: DateCivile, annonceLe: string | null): Voulu[] {
  const { rendezVous, dossier, zone, maintenant } = question;
  const { residence } = dossier;
  const prevenue = dateLocale(new Date(annonceLe ?? rendezVous.fixeLe), zone);
  const jours = RAPPELS_JOURS.map((avance) => ouvrePrecedentOuEgal(ajouterJours(jour, -avance), residence));
  return RAPPELS_JOURS.flatMap((rappel, rang) => {
    const date = jours[rang]!;
    if (joursEntre(prevenue, date) < ECART_RAPPEL_JOURS) return [];
    const depart = partir(question, date, new Date(rendezVous.fixeLe));
    const suivant = jours[rang + 1];
    const inutileLe = suivant
      ? instantMinuit(ajouterJours(suivant, 1 - ECART_RAPPEL_JOURS), fuseau(residence))
      : new Date(rendezVous.debut);
    // Waits for the announcement, which may be held: nobody is reminded of what she was not told.
    const voulu = annonceLe !== null || depart.toISOString() > maintenant;
    return voulu ? [{ code: 'RDV_RAPPEL' as const, rappel, date, depart, inutileLe }] : [];
  });
}
