import type { Resultat } from '../../../dossier/resultat';
import { calculer } from '../../calculer';

/** The opening of example P01: proposed on 3 March 2025, CSP from 25 March 2025 to 24 March 2026. */
export const OUVERTURE = {
  dateRemise: '2025-03-03',
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: 50,
  dateNaissance: '1985-01-01',
  residence: 'metropole',
  joursAffiliation: 400,
  ancienneteMois: 60,
};

export const ACCEPTATION = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };

export interface Variante {
  dossier?: object;
  surcharge?: object;
  dateObservation?: string;
}

/** The result of an opening and its events, in their order of arrival. */
export const ouvrir = (evenements: unknown[] = [], { dossier, ...reste }: Variante = {}): Resultat =>
  calculer({ dossier: { ...OUVERTURE, ...dossier }, evenements, ...reste });

/** The same once accepted: the acceptance is event 0, those given follow from 1. */
export const jouer = (evenements: unknown[] = [], variante: Variante = {}): Resultat =>
  ouvrir([ACCEPTATION, ...evenements], variante);

/** Codes of rejection by index. */
export const rejets = ({ rejets: liste = [] }: Resultat): Record<number, string> =>
  Object.fromEntries(liste.map(({ index, code }) => [index, code]));

/** Dates of a letter. */
export const courriers = ({ courriers: liste = [] }: Resultat, code: string, destinataire?: string): string[] =>
  liste
    .filter((c) => c.code.startsWith(code) && (destinataire ?? c.destinataire) === c.destinataire)
    .map((c) => c.date);

/** États as "date état cause". */
export const etats = ({ chronologie = [] }: Resultat): string[] =>
  chronologie.map(({ date, etat, cause }) => `${date} ${etat}${cause === null ? '' : ` ${cause}`}`);

export const maladie = (debut: string, fin: string) => ({ type: 'ARRET_MALADIE', debut, fin });
export const cdi = (debut: string, plus: object = {}) => ({
  type: 'REPRISE_EMPLOI',
  nature: 'CDI',
  contratId: 'c',
  debut,
  ...plus,
});
export const cdd = (debut: string, fin: string, plus: object = {}) => ({
  type: 'REPRISE_EMPLOI',
  nature: 'CDD',
  contratId: 'c',
  debut,
  fin,
  ...plus,
});
export const finContrat = (date: string, motif = 'RUPTURE_ESSAI', contratId = 'c') => ({
  type: 'FIN_CONTRAT',
  contratId,
  date,
  motif,
});
export const sortie = (date: string, motif: string) => ({ type: 'SORTIE', date, motif });
export const le = (type: string, date: string, plus: object = {}) => ({ type, date, ...plus });
