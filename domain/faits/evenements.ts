/**
 * Room `faits`: what happens after the opening. Events, one file each, the journal that holds them and how it is read, the
 * catalogue of errors.
 * @packageDocumentation
 */

/** Events: their types, the check of their form (F6), and how each is asked for. */
export { type Forme, phraseForme, verifierForme } from './forme-evenement';
export {
  definitions,
  type Evenement,
  type EvenementDe,
  effetDe,
  estTypeEvenement,
  type TypeEvenement,
  type TypesPour,
  typesEvenement,
} from './types';
