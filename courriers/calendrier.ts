import { createHash } from 'node:crypto';
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventClass } from 'ical-generator';
import { ajouterJours, type DateCivile, dateCivile, joursEntre, max } from '../domain/calendrier/dates';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import type { Prime } from '../domain/dossier/resultat';
import { jourCourt } from './contexte';
import type { DonneesCourrier } from './donnees';
import { objetDouteux } from './doutes';
import { vaut } from './faux';
import { reinscriptionsDites } from './fins';
import { typographie } from './texte';

/** Days that cost money once they are over, as a calendar shows them. */
interface DateQuiCoute {
  /** Tells it from the others of the same person; a letter issued again moves it. */
  quoi: string;
  /** "le dernier jour pour répondre", in the sentence of the e-mail. */
  nom: string;
  /** Neutral, since a calendar is often shared. */
  titre: string;
  debut: DateCivile;
  /** Last day, included. */
  fin: DateCivile;
}

type Resume = (d: DonneesCourrier) => DateQuiCoute[];

const reponse: Resume = ({ resultat: { finReflexion, decision } }) =>
  finReflexion && decision !== 'ACCEPTATION' && decision !== 'AUTORISATION_REFUSEE'
    ? [
        {
          quoi: 'reponse',
          nom: 'le dernier jour pour répondre',
          titre: 'Dernier jour pour répondre',
          debut: finReflexion,
          fin: finReflexion,
        },
      ]
    : [];

const aDemander = ({ refus, statut }: Prime): boolean => refus.length === 0 && statut === 'NON_DEMANDEE';

const prime: Resume = ({ resultat: { primes } }) => {
  const limite = primes?.findLast(aDemander)?.limiteDemande;
  return limite
    ? [
        {
          quoi: 'prime',
          nom: 'le dernier jour pour demander la prime',
          titre: 'Dernier jour pour demander la prime',
          debut: limite,
          fin: limite,
        },
      ]
    : [];
};

const reinscription: Resume = (d) => {
  const { reinscription: r } = d.resultat;
  if (!r?.requise || r.dateDemande) return [];
  return reinscriptionsDites(d)
    .toReversed()
    .map(({ lendemain, limite }, rang) => ({
      quoi: rang === 0 ? 'reinscription' : 'reinscription-proche',
      nom: 'les jours pour demander votre réinscription',
      titre: `Me réinscrire à France Travail, au plus tard le ${jourCourt(limite)}${objetDouteux(d, 'TERME')}`,
      debut: lendemain,
      fin: limite,
    }));
};

const actualisations: Resume = ({ resultat: { actualisations = [] } }) =>
  actualisations.map(({ mois, ouverture, cloture }) => ({
    quoi: `actualisation-${mois}`,
    nom: 'vos actualisations, mois par mois',
    titre: `M’actualiser à France Travail, au plus tard le ${jourCourt(cloture)}`,
    debut: ouverture,
    fin: ouverture,
  }));

/** What each letter puts in a calendar (R8, R17, R20, R25). */
const DATES: Partial<Record<CodeCourrier, Resume>> = {
  C01_PROPOSITION: reponse,
  C02_RAPPEL_REFLEXION: reponse,
  C04_ADHESION: actualisations,
  // What it fixes: the first day, or the last one to answer (R7).
  DECISION_INSPECTION: (d) => (d.resultat.debutCsp ? actualisations(d) : reponse(d)),
  PROLONGATION: actualisations,
  FIN_POUR_EMPLOI: prime,
  C11_PRIME: prime,
  C12_RAPPEL_PRIME: prime,
  C13_FIN_CSP: reinscription,
  C14_CESSATION_INSCRIPTION: reinscription,
  C15_RAPPEL_REINSCRIPTION: reinscription,
};

/** Codes whose dates a letter has: its own, or those of what it carries or corrects, and of what it takes the place of. */
function codesDates(d: DonneesCourrier): CodeCourrier[] {
  const { changement, rectifie, remplace = [] } = d;
  const sien = changement === undefined ? (rectifie?.donnees.code ?? d.code) : 'PROLONGATION';
  return [sien, ...remplace.flatMap(({ donnees }) => (vaut(d, donnees) ? [donnees.code] : []))];
}

/**
 * Those still to come on the day the letter leaves; a letter to the employer has none, one that carries a new end has those of its
 * letter, one that corrects another, or takes its place, those that the other had, as they are now.
 */
export function datesQuiCoutent(d: DonneesCourrier): DateQuiCoute[] {
  const { destinataire, jour } = d;
  const dates = destinataire === 'BENEFICIAIRE' ? codesDates(d).flatMap((code) => DATES[code]?.(d) ?? []) : [];
  return dates
    .filter(({ quoi, fin }, rang) => fin >= jour && dates.findIndex((date) => date.quoi === quoi) === rang)
    .map((date) => ({ ...date, titre: typographie(date.titre), debut: max(date.debut, jour) }));
}

/** The day before at nine in the morning: a day begins at midnight. */
const VEILLE_AU_MATIN_SECONDES = 15 * 3600;
/** SEQUENCE of an event: the day of its letter, which grows when the letter is issued again. */
const ORIGINE_DES_SEQUENCES = dateCivile('2020-01-01');

/** All-day values are written from the UTC day. */
const minuit = (jour: DateCivile): Date => new Date(`${jour}T00:00:00Z`);

/**
 * The calendar file that travels with a letter whose dates cost money (RFC 5545, METHOD PUBLISH): whole days, recalled the day
 * before; null for one that has none. The same UID for the same date of a person, so that a corrected letter moves it. Same data,
 * same bytes.
 * @param domaine host part of the UIDs
 */
export function rendreCalendrier(d: DonneesCourrier, domaine: string): string | null {
  const dates = datesQuiCoutent(d);
  if (dates.length === 0) return null;
  const calendrier = new ICalCalendar({
    prodId: { company: 'Jalon', product: 'Jalon', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const personne = createHash('sha256').update(d.numero).digest('hex').slice(0, 16);
  for (const { quoi, titre, debut, fin } of dates) {
    calendrier.createEvent({
      id: `${quoi}-${personne}@${domaine}`,
      sequence: joursEntre(ORIGINE_DES_SEQUENCES, d.jour),
      stamp: minuit(d.jour),
      start: minuit(debut),
      end: minuit(ajouterJours(fin, 1)),
      allDay: true,
      summary: titre,
      class: ICalEventClass.PRIVATE,
      alarms: [{ type: ICalAlarmType.display, trigger: VEILLE_AU_MATIN_SECONDES, description: titre }],
    });
  }
  return `${calendrier.toString()}\r\n`;
}
