import type { DateCivile } from '../../../domain/calendrier/dates';
import type { Acte } from '../../../domain/faits/actes';
import { exigeSecondePersonne } from '../../../domain/parcours/seconde-personne';

type EvenementVecu = Record<string, unknown> & { type: string };

/** What a life records, and the day it does. */
export interface FaitVecu {
  le: DateCivile;
  evenement: EvenementVecu;
  /** In its place: fields of the opening, rectified that day. */
  rectification?: Record<string, unknown>;
  /** An earlier fact of the same life, which `evenement` corrects. */
  corrige?: FaitVecu;
  /** In its place: an earlier fact of the same life, cancelled that day. */
  annule?: FaitVecu;
}

/** Facts in the order in which they are recorded, those of one day as they were given. */
export const enOrdre = (faits: readonly FaitVecu[]): FaitVecu[] =>
  [...faits].sort((a, b) => (a.le === b.le ? 0 : a.le < b.le ? -1 : 1));

/** The id of a fact of a life, by its rank. */
export const idDuFait = (rang: number): string => `f${String(rang).padStart(3, '0')}`;

export interface ActeVecu {
  id: string;
  acte: Acte;
  contenu: Record<string, unknown>;
}

/** The act that records a fact of a life and, where one person does not decide alone, that of the second one. */
export function actesDuFait(faits: readonly FaitVecu[], rang: number): ActeVecu[] {
  const id = idDuFait(rang);
  const fait = faits[rang]!;
  const premier = acteDuFait(faits, fait);
  const dits = [{ ...premier, id, contenu: { ...premier.contenu, auteur: 'un' } }];
  const aDeux = fait.annule === undefined && exigeSecondePersonne(fait as never);
  return aDeux ? [...dits, { id: `${id}c`, acte: 'confirmer', contenu: { confirme: id, auteur: 'deux' } }] : dits;
}

function acteDuFait(
  faits: readonly FaitVecu[],
  { evenement, rectification, corrige, annule }: FaitVecu,
): Omit<ActeVecu, 'id'> {
  const cible = (fait: FaitVecu) => idDuFait(faits.indexOf(fait));
  const motif = 'erreur de saisie';
  if (rectification) return { acte: 'rectifierDossier', contenu: { champs: rectification, motif } };
  if (annule) return { acte: 'annuler', contenu: { annule: cible(annule), motif } };
  if (corrige) return { acte: 'corriger', contenu: { evenement, remplace: cible(corrige), motif } };
  return { acte: 'consigner', contenu: { evenement } };
}
