import { enChiffres } from '../../domain/calendrier/dates';
import { dateLocale, instantMinuit } from '../../domain/calendrier/fuseaux';
import { type Etape, libellesEtats } from '../../domain/dossier/etats';
import type { Parametres } from '../../domain/dossier/parametres';
import type { Canal } from '../../domain/dossier/personnes';
import type { MotifFin } from '../../domain/dossier/resultat';
import { estCause, nomCourtCause } from '../../domain/faits/causes';
import { libellesStatutCourrier } from '../../domain/parcours/libelles-statut';
import type { FaitSitue } from '../../domain/parcours/situation';
import { heureEnClair as heureCivileEnClair, momentCivil } from '../../domain/rendez-vous/heure';

export { libellesDestinataire, titreCourrier } from '../../domain/catalogue/titres';
export { libellesStatutCourrier };

export const etats = Object.keys(libellesEtats) as Etape[];

/** The étape, with the phase when there is one (S003). */
export function libelleEtape(etat: Etape | null, phase: 'PHASE_1' | 'PHASE_2' | null = null): string {
  if (etat === null) return 'Ouverture en cours';
  return etat === 'EN_CSP' && phase !== null ? `En CSP, phase ${phase === 'PHASE_1' ? '1' : '2'}` : libellesEtats[etat];
}

const libellesMotifFin: Record<Exclude<MotifFin, 'CONTRAT_TROP_COURT' | 'CUMUL_ACTIVITE_DEPASSE'>, string> = {
  TERME: 'terme du CSP',
  EMPLOI_DURABLE: 'emploi durable',
  CREATION_ENTREPRISE: 'création d’entreprise',
  REPRISE_EMPLOI: 'reprise d’emploi',
  ABANDON: 'abandon',
  MANQUEMENT: 'manquement',
  FAUSSE_DECLARATION: 'fausse déclaration',
  RETRAITE: 'retraite',
  DECES: 'décès',
};

/** Why an étape began: the cause of a suspension, the motive of an end; null for what is neither. */
export function libelleCause(cause: string, { activiteMinJours, activiteCumulMaxJours }: Parametres): string | null {
  if (cause === 'CONTRAT_TROP_COURT') return `contrat de moins de ${activiteMinJours} jours`;
  if (cause === 'CUMUL_ACTIVITE_DEPASSE') return `plus de ${activiteCumulMaxJours} jours d’activité`;
  if (estCause(cause)) return nomCourtCause(cause);
  return (libellesMotifFin as Readonly<Record<string, string>>)[cause] ?? null;
}

export const libellesCanal: Record<Canal, string> = { EMAIL: 'e-mail', SMS: 'SMS', COURRIER: 'courrier' };

/** What became of a letter; one that another letter says was not cancelled for whoever reads it. */
export const statutCourrierDit = (courrier: {
  statut: keyof typeof libellesStatutCourrier;
  ailleurs?: boolean;
}): string => (courrier.ailleurs ? 'dit dans un autre courrier' : libellesStatutCourrier[courrier.statut]);

export const libellesStatutFait: Record<FaitSitue['statut'], string> = {
  RETENU: 'pris en compte',
  ECARTE: 'écarté',
  A_CONFIRMER: 'à confirmer par une seconde personne',
  REFUSE: 'refusé',
};

/** "dans 3 jours", "demain", "aujourd’hui", "en retard d’un jour", "en retard de 4 jours". */
export function joursRestants(jours: number): string {
  if (jours === 0) return 'aujourd’hui';
  if (jours === 1) return 'demain';
  if (jours === -1) return 'en retard d’un jour';
  return jours > 0 ? `dans ${jours} jours` : `en retard de ${-jours} jours`;
}

/** "1 alerte", "3 alertes", "0 courrier": French keeps the singular below two. */
export const compte = (nombre: number, mot: string, pluriel = `${mot}s`): string =>
  `${nombre.toLocaleString('fr-FR')} ${nombre < 2 ? mot : pluriel}`;

/** "22/11/2026 à 14 h 05", in the time of mainland France unless told otherwise. */
export function instantEnClair(instant: Date | string, fuseau = 'Europe/Paris'): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return `${enChiffres(dateLocale(date, fuseau))} à ${heureEnClair(date, fuseau)}`;
}

/** True at the first instant of a day on the spot: letters leave then when nobody chose an hour. */
export const aMinuit = (instant: Date, fuseau: string): boolean =>
  instantMinuit(dateLocale(instant, fuseau), fuseau).getTime() === instant.getTime();

/** When a letter leaves: "24/11/2026 à 9 h 12", or the day alone when no hour was chosen. */
export const departEnClair = (instant: string, fuseau: string): string =>
  aMinuit(new Date(instant), fuseau)
    ? enChiffres(dateLocale(new Date(instant), fuseau))
    : instantEnClair(instant, fuseau);

/** "9 h 12", as a clock on the spot shows it. */
export const heureEnClair = (instant: Date, fuseau: string): string =>
  heureCivileEnClair(momentCivil(instant.toISOString(), fuseau).heure);
