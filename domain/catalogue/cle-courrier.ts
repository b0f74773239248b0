import { type DateCivile, lireDate } from '../calendrier/dates';
import type { Periode } from '../calendrier/intervalles';
import type { Destinataire } from '../dossier/resultat';
import { type CodeCourrier, codesCourrier, estCodeCourrier } from './codes-courrier';

/**
 * How the key of a letter is written and read, and its last part, the base, which says what the letter speaks of. A letter leaves
 * once a key: written elsewhere, or otherwise, it would leave twice.
 */

/** `<numero>/<code>/<destinataire>/<base>` */
export type CleCourrier = `${string}/${string}/${Destinataire}/${string}`;

/** What a letter is, whoever's dossier it is in. */
export interface LettreNommee {
  code: string;
  destinataire: Destinataire;
  base: string;
}

export const cleCourrier = (numero: string, { code, destinataire, base }: LettreNommee): CleCourrier =>
  `${numero}/${code}/${destinataire}/${base}`;

/** The numéro of the dossier of a key that we wrote. */
export const numeroDeCle = (cle: string): string => cle.split('/', 1)[0]!;

/** Reads a key back; null when it is not one. */
export function lireCle(cle: string): (LettreNommee & { numero: string; code: CodeCourrier }) | null {
  const [, numero, code = '', lecteur, base] =
    /^([^/]+)\/([^/]+)\/(BENEFICIAIRE|EMPLOYEUR|CONSEILLER)\/(.+)$/.exec(cle) ?? [];
  if (numero === undefined || base === undefined || !estCodeCourrier(code)) return null;
  return { numero, code, destinataire: lecteur as Destinataire, base };
}

/** `2025-03-24-7`, `2026-03-24+3`: the day it speaks of, and how many days before or after it leaves; the day alone at 0. */
export const baseDatee = (jour: DateCivile, ecart: number): string =>
  ecart === 0 ? jour : `${jour}${ecart < 0 ? '' : '+'}${ecart}`;

/** Reads a base that is a day, alone or with what it is set apart by; null when it is not written so. */
export function lireBaseDatee(base: string): { jour: DateCivile; ecart: number } | null {
  const [, jour, ecart = '0'] = /^(\d{4}-\d{2}-\d{2})([+-]\d+)?$/.exec(base) ?? [];
  const lu = lireDate(jour);
  return lu === null ? null : { jour: lu, ecart: Number(ecart) };
}

/** The day that begins a base; null when none does. */
export const jourDeBase = (base: string): DateCivile | null => lireDate(base.slice(0, 10));

/** SUSPENSION: `<debut>_<fin>`. */
export const basePeriode = ({ debut, fin }: Periode): string => `${debut}_${fin}`;

/** Reads the base of a SUSPENSION; null when it is not written so. */
export function lireBasePeriode(base: string): Periode | null {
  const [debut, fin, ...reste] = base.split('_').map(lireDate);
  return debut && fin && reste.length === 0 ? { debut, fin } : null;
}

/** SORTIE_DECIDEE issued anew: its last day, and the facts that it states, in a few characters. */
export const baseFaits = (fin: DateCivile, faits: string): string => `${fin}_${faits}`;

/**
 * NOUVEAU_REFERENT: the day since which she follows the person, the second (UTC) that tells two changes of one day apart, and her id.
 * @param le UTC instant, ISO 8601
 */
export const baseReferent = (jour: DateCivile, le: string, referent: string): string =>
  [jour, le.slice(11, 19).replaceAll(':', ''), referent].join('-');

/** Reads the base of a NOUVEAU_REFERENT, its time as `HHMMSS` (UTC); null when it is not written so. */
export function lireBaseReferent(base: string): { jour: DateCivile; heure: string; referent: string } | null {
  const [, jour, heure, referent] = /^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)$/.exec(base) ?? [];
  const lu = lireDate(jour);
  return lu === null || heure === undefined || referent === undefined ? null : { jour: lu, heure, referent };
}

/** PROLONGATION: the day and the version of the journey that brought the change of term. */
export const baseChangement = (jour: DateCivile, version: number): string => `${jour}-v${version}`;

/** RECTIFICATION: the false letter, and the version of the journey that saw it. */
export const baseRectification = ({ code, base }: Pick<LettreNommee, 'code' | 'base'>, version: number): string =>
  `${code}_${base}_v${version}`;

/** The letter that a RECTIFICATION corrects; null when its base is not written so. */
export function lireBaseRectification(ecrite: string): { code: CodeCourrier; base: string } | null {
  const [, corps] = /^(.+)_v\d+$/.exec(ecrite) ?? [];
  const code = codesCourrier.find((c) => corps?.startsWith(`${c}_`));
  return corps === undefined || code === undefined ? null : { code, base: corps.slice(code.length + 1) };
}

/** Fleet mail: `2026-10-OUVERTURE`. */
export const baseTournee = ({ mois, moment }: { mois: string; moment: string }): string => `${mois}-${moment}`;

/** Reads the base of a letter of a tour; null when it is not written so. */
export function lireBaseTournee(base: string): { mois: string; moment: string } | null {
  const [, mois, moment] = /^(\d{4}-\d{2})-([A-Z]+)$/.exec(base) ?? [];
  return mois === undefined || moment === undefined ? null : { mois, moment };
}

/** Days before an appointment at which it is recalled. */
export const RAPPELS_JOURS = [7, 1] as const;
export type RappelJours = (typeof RAPPELS_JOURS)[number];

/** What the base of a letter on an appointment says of it. */
export interface BaseRendezVous {
  /** Its day when the letter was decided. */
  jour: DateCivile;
  id: string;
  sequence: number;
  /** RDV_RAPPEL only. */
  rappel: RappelJours | null;
}

/** `<AAAA-MM-JJ>-<id>-<sequence>`, and for a reminder its number of days at the end. */
export const baseRendezVous = ({ jour, id, sequence, rappel }: BaseRendezVous): string =>
  [jour, id, sequence, ...(rappel === null ? [] : [rappel])].join('-');

/** Reads the base of a letter whose origin is RENDEZ_VOUS; null when it is not written so. */
export function lireBaseRendezVous(code: string, base: string): BaseRendezVous | null {
  const [, corps = '', avance] = code === 'RDV_RAPPEL' ? (/^(.+)-(\d+)$/.exec(base) ?? []) : ['', base];
  const [, jour, id, sequence] = /^(\d{4}-\d{2}-\d{2})-(.+)-(\d+)$/.exec(corps) ?? [];
  const lu = lireDate(jour);
  const rappel = RAPPELS_JOURS.find((jours) => String(jours) === avance) ?? null;
  if (lu === null || id === undefined || (avance !== undefined && rappel === null)) return null;
  return { jour: lu, id, sequence: Number(sequence), rappel };
}
