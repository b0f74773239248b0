import { libellesMontants, type Montants, type NomMontant } from './montants';

/** An amount in whole centimes, never final: only France Travail and the employer settle what is paid. */
export interface Montant {
  estimation: true;
  centimes: number;
  /** The computation in French words, with its figures and its rounding. */
  formule: string;
  /** Rule of REGLES and documents it comes from: "R31, S002, S003". */
  source: string;
}

/** An estimate, or why there is none: amounts not given, or a right that does not exist here. */
export type Estime<T> =
  | ({ statut: 'ESTIME' } & T)
  | { statut: 'INCONNU'; manque: NomMontant[]; phrase: string }
  | { statut: 'SANS_OBJET'; phrase: string };

export const montant = (centimes: number, formule: string, source: string): Montant => ({
  estimation: true,
  centimes,
  formule,
  source,
});

export const estime = <T extends object>(valeur: T): { statut: 'ESTIME' } & T => ({ statut: 'ESTIME', ...valeur });

export const sansObjet = (phrase: string): { statut: 'SANS_OBJET'; phrase: string } => ({
  statut: 'SANS_OBJET',
  phrase,
});

/** Those of the amounts needed that were not given. */
export const absents = (montants: Montants, noms: readonly NomMontant[]): NomMontant[] =>
  noms.filter((nom) => montants[nom] === undefined);

export const inconnu = (manque: NomMontant[]): { statut: 'INCONNU'; manque: NomMontant[]; phrase: string } => ({
  statut: 'INCONNU',
  manque,
  phrase: `Il manque : ${manque.map((nom) => `${libellesMontants[nom]} (${nom})`).join(', ')}.`,
});

/** "1 234,56 €", with spaces that do not break. */
export function euros(centimes: number): string {
  const milliers = String(Math.floor(centimes / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${milliers},${String(centimes % 100).padStart(2, '0')}\u00a0€`;
}

/** "1 jour", "2 jours", "0 jour". */
export const jours = (n: number): string => `${n}\u00a0jour${n < 2 ? '' : 's'}`;

/** Rounds to the nearest centime, the half upwards. */
export const arrondir = (numerateur: number, diviseur: number): number =>
  Math.floor((2 * numerateur + diviseur) / (2 * diviseur));

export const AU_CENTIME = 'arrondi au centime le plus proche';
