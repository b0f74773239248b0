import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import type { Agence, Referent } from '../domain/dossier/personnes';
import { reglementNommeOuDernier } from '../domain/droit/reglements';
import type { RendezVous } from '../domain/rendez-vous/rendez-vous';
import { sortes } from '../domain/rendez-vous/sortes';
import { brut, propre, t } from './texte';

export interface DonneesInvitation {
  rendezVous: RendezVous;
  agence: Agence;
  referent: Referent;
  /** Address of the person invited: the only thing that the invitation says of them. */
  email: string;
  /** REQUEST: new, or moved since (SEQUENCE tells); CANCEL: it takes place no more. */
  methode: 'REQUEST' | 'CANCEL';
  /** Host part of the UID; the same for the whole life of the appointment, or calendars show two of them. */
  domaine: string;
  /** UTC instant, ISO 8601, of this version of the invitation: its DTSTAMP. */
  horodatage: string;
  /** Règlement of the journey, for its words; CSP when absent. */
  reglement?: string;
}

const METHODES: Partial<Record<CodeCourrier, DonneesInvitation['methode']>> = {
  RDV_CONVOCATION: 'REQUEST',
  RDV_DEPLACE: 'REQUEST',
  ATELIER_INSCRIPTION: 'REQUEST',
  RDV_ANNULE: 'CANCEL',
};

/** What the invitation that travels with a letter asks of a calendar; null for a letter without one. */
export const methodeInvitation = (code: CodeCourrier): DonneesInvitation['methode'] | null => METHODES[code] ?? null;

const MINUTE_MS = 60_000;
const VEILLE_SECONDES = 24 * 3600;

/** Neutral, since a calendar is often shared or seen over a shoulder: neither name, nor stage of the journey, nor subject. */
function titre({ sorte }: RendezVous, sigle: string): string {
  const { collectif, surInscription, libelle } = sortes[sorte];
  if (!collectif) return `Rendez-vous avec votre conseiller ${sigle}`;
  return `${surInscription ? libelle : 'Work Café'} ${sigle}`;
}

function lieu({ mode, lieu, lien }: RendezVous, { adresse }: Agence): string {
  switch (mode) {
    case 'PRESENTIEL':
      return propre(lieu ?? [...adresse.lignes, `${adresse.codePostal} ${adresse.ville}`].join(', '));
    case 'VISIO':
      return propre(lien ?? 'En visioconférence');
    case 'TELEPHONE':
      return 'Par téléphone';
  }
}

/** A link as a URI value, when it has none of the characters that ical-generator escapes as it does in text. */
function adresseWeb(lien: string | null): string | undefined {
  if (lien === null || !URL.canParse(lien)) return undefined;
  const { protocol, href } = new URL(lien);
  return protocol === 'https:' && !/[\\;,]/.test(href) ? href : undefined;
}

/** A quoted parameter of iCalendar can hold no double quote (RFC 5545 §3.2). */
const parametre = (s: string): string => propre(s).replaceAll('"', '’');

function description({ rendezVous: { intitule }, referent }: DonneesInvitation): string {
  const qui = propre(`${referent.prenom} ${referent.nom}`);
  const empechement = brut(t`Un empêchement ? Appelez ${qui} au ${referent.telephone}.`);
  return intitule === null ? empechement : `${propre(intitule)}\n${empechement}`;
}

/**
 * The `.ics` of an appointment (RFC 5545, 5546): same UID for its whole life, SEQUENCE that grows, times in UTC, which
 * Outlook, Thunderbird and Google Agenda take as new, update or cancel. Same data, same bytes.
 *
 * It travels as `text/calendar; method=…; charset=utf-8`, beside the text of the e-mail.
 * @throws when the address cannot be written in an invitation: the register's own check lets none through.
 */
export function rendreInvitation(d: DonneesInvitation): string {
  const { rendezVous, agence, methode } = d;
  if (!/^[^\s"<>,;:\\]+@[^\s"<>,;:\\]+$/.test(d.email)) throw new Error('Adresse impropre à une invitation');
  const annule = methode === 'CANCEL';
  const debut = new Date(rendezVous.debut);
  const resume = titre(rendezVous, reglementNommeOuDernier(d.reglement).vocabulaire.sigle);
  const calendrier = new ICalCalendar({
    prodId: { company: 'Jalon', product: 'Jalon', language: 'FR' },
    method: annule ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendrier.createEvent({
    id: `rdv-${rendezVous.id}@${d.domaine}`,
    sequence: rendezVous.sequence,
    stamp: new Date(d.horodatage),
    start: debut,
    end: new Date(debut.getTime() + rendezVous.dureeMinutes * MINUTE_MS),
    summary: resume,
    description: description(d),
    location: lieu(rendezVous, agence),
    url: rendezVous.mode === 'VISIO' ? adresseWeb(rendezVous.lien) : undefined,
    status: annule ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    organizer: { name: parametre(agence.nom), email: agence.email },
    attendees: [
      {
        email: d.email,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
    alarms: annule ? [] : [{ type: ICalAlarmType.display, trigger: VEILLE_SECONDES, description: resume }],
  });
  return `${calendrier.toString()}\r\n`;
}
