import type { Acte } from '../../../domain/parcours/parcours';
import type { Enveloppe } from '../../../workflows/parcours/messages';

/** The acts that people do on a dossier, each with its name in the audit trail: the same from a page, a command or a file. */
export const actesSurDossier = {
  consigner: 'CONSIGNER',
  corriger: 'CORRIGER',
  annuler: 'ANNULER',
  rectifierDossier: 'RECTIFIER',
  adopterReglement: 'ADOPTER',
  confirmerSilence: 'CONFIRMERSILENCE',
  confirmer: 'CONFIRMER',
} as const satisfies Partial<Record<Acte, string>>;
export type ActeSurDossier = keyof typeof actesSurDossier;

export const estActeSurDossier = (nom: string): nom is ActeSurDossier => Object.hasOwn(actesSurDossier, nom);

/** Content of an act, as the signals of `workflows/parcours/messages.ts` carry it. */
export type ContenuActe = Enveloppe & Record<string, unknown>;

/** The content of an act, under the name of who did it. The same `id` sent twice counts once. */
export type ContenuSigne = ContenuActe & { id: string; auteur: string };
