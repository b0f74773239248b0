import { type DateCivile, enToutesLettres, joursEntre } from '../domain/dates';
import type { DonneesCourrier } from './donnees';
import { courriel, propre, type Segment, type Texte, t, telephone } from './texte';
import { type Vocabulaire, vocabulaire } from './vocabulaire';

/** What a template writes with: the data, the words of its règlement, and whom to call. */
export interface Contexte extends DonneesCourrier {
  v: Vocabulaire;
  /** Name of the person who follows the dossier. */
  qui: string;
  tel: Segment;
  mail: Segment;
  /** The beneficiary's name, for letters to others. */
  beneficiaire: string;
  /** The employment contract was over before the proposal (R9): nothing ends with the reflection. */
  contratDejaRompu: boolean;
}

export function contexte(d: DonneesCourrier): Contexte {
  const { referent, identite } = d.personnes;
  return {
    ...d,
    v: vocabulaire(d.resultat.reglement),
    qui: propre(`${referent.prenom} ${referent.nom}`),
    tel: telephone(referent.telephone),
    mail: courriel(referent.email),
    beneficiaire: propre(`${identite.prenom} ${identite.nom}`),
    contratDejaRompu:
      d.dossier.modeProposition === 'FRANCE_TRAVAIL' || d.dossier.motifRupture !== 'LICENCIEMENT_ECONOMIQUE',
  };
}

/** "lundi 24 mars 2025", whose day never leaves its month. */
export const jourLong = (d: DateCivile): string => enToutesLettres(d).replace(/(\d(?:er)?) /, '$1\u00a0');

/** "24 mars 2025": short enough for a subject. */
export const jourCourt = (d: DateCivile): string => jourLong(d).replace(/^\S+ /, '');

/** Days left, said as people say it; `passe` says that the day is over. */
export function reste(jour: DateCivile, limite: DateCivile): { jours: number; phrase: string; passe: boolean } {
  const jours = joursEntre(jour, limite);
  const phrases: Record<number, string> = { 0: 'c’est aujourd’hui le dernier jour', 1: 'il vous reste jusqu’à demain' };
  return {
    jours,
    phrase: jours < 0 ? 'ce jour est passé' : (phrases[jours] ?? `il vous reste ${jours}\u00a0jours`),
    passe: jours < 0,
  };
}

export const enJours = (n: number): string => `${n}\u00a0jour${n > 1 ? 's' : ''}`;

/** "Appelez Claire Morel au 04 75 00 00 00 ou écrivez à claire.morel@example.org" */
export const appeler = (c: Contexte): Texte => t`appelez ${c.qui} au ${c.tel} ou écrivez à ${c.mail}`;

export const FRANCE_TRAVAIL: Segment = { texte: 'www.francetravail.fr', lien: 'https://www.francetravail.fr' };

/** A value that the rules always give when they want this letter. @throws when they did not: a bug, not a refusal. */
export function exige<T>(valeur: T | null | undefined, nom: string): T {
  if (valeur === null || valeur === undefined) throw new Error(`Donnée absente du courrier : ${nom}`);
  return valeur;
}
