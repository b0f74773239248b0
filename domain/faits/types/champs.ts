import { z } from 'zod';
import { type DateCivile, lireDate } from '../../calendrier/dates';
import { enChoix } from '../../dossier/champs';
import type { CodeForme } from '../erreurs';
import type { ChampType } from './definition';

const dateCivile = z.custom<DateCivile>((valeur) => lireDate(valeur) !== null, {
  error: ({ input }): CodeForme => (input === undefined ? 'CHAMP_MANQUANT' : 'DATE_INVALIDE'),
});

/** A day that the event cannot do without. */
export const jour = (libelle: string, aide = '') =>
  ({ libelle, aide, genre: 'date', obligatoire: true, schema: dateCivile }) satisfies ChampType;

/** A day that may be left out. */
export const jourFacultatif = (libelle: string, aide = '') =>
  ({ libelle, aide, genre: 'date', obligatoire: false, schema: dateCivile.optional() }) satisfies ChampType;

/** Both ends of a period that is known whole. */
export const periode = { debut: jour('Premier jour'), fin: jour('Dernier jour') };

/** One of the keys of a list of French labels, in its order. @param code when it is none of them */
export const choix = <V extends string>(libelle: string, valeurs: Readonly<Record<V, string>>, code: CodeForme) =>
  ({
    libelle,
    aide: '',
    genre: 'choix',
    obligatoire: true,
    choix: enChoix(valeurs),
    schema: z.enum(Object.keys(valeurs) as [V, ...V[]], { error: code }),
  }) satisfies ChampType;

/** Sentences of several lines; what is no text counts as absent. @param longueur in UTF-16 units, for forms */
export const phrases = (libelle: string, aide: string, quand: string, longueur: number) =>
  ({
    libelle,
    aide,
    genre: 'texte',
    obligatoire: false,
    quand,
    longueur,
    schema: z.string().optional().catch(undefined),
  }) satisfies ChampType;

/** Legal length of this leave; what is no whole number of days counts as absent. */
export const dureeLegale = {
  libelle: 'Durée légale, en jours',
  aide: 'Si elle diffère de la durée ordinaire : naissances multiples, troisième enfant…',
  genre: 'nombre',
  obligatoire: false,
  schema: z.number().int().positive().optional().catch(undefined),
} satisfies ChampType;

/** The same, of an absence that has no legal length by default: read only under a règlement that caps its cause by leave. */
export const dureeLegaleTue = { ...dureeLegale, demande: false } satisfies ChampType;

/** A text, or a number read as one; anything else counts as absent. */
const identifiant = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** The id of a contract, by which its end and the request of its prime name it. */
export const contrat = (obligatoire: boolean, aide: string) =>
  ({ libelle: 'Identifiant du contrat', aide, genre: 'texte', obligatoire, schema: identifiant }) satisfies ChampType;

export const contratConnu = contrat(true, 'Celui qui a été donné à la reprise d’emploi.');
