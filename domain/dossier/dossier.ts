/** The opening of a journey: its type and schema, and how its fields are asked for. */
export { champsDossier } from './champs-dossier';
export * from './schema-dossier';
