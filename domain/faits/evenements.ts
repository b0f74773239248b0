/**
 * Room `faits`: what happens after the opening. Events with their schemas and forms, the journal that holds them and how it is
 * read, the catalogue of errors.
 * @packageDocumentation
 */

/** Events: their types and schemas, the check of their form (F6), and how each is asked for in a form. */
export type { Champ, Choix } from '../dossier/champs';
export { type Forme, verifierForme } from './forme-evenement';
export { type FormulaireEvenement, formulaires } from './formulaires';
export * from './schemas-evenement';
