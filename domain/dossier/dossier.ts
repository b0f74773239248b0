/**
 * Room `dossier`: what opens a journey and what a computation answers. Fields and their schemas, the parameters that a règlement
 * fixes, the shape of a result, états, numéro, persons.
 * @packageDocumentation
 */

/** The opening of a journey: its type and schema, and how its fields are asked for. */
export { champsDossier } from './champs-dossier';
export * from './schema-dossier';
