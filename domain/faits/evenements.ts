/**
 * Room `faits`: what happens after the opening. Events, one file each, the journal that holds them and how it is read, the
 * catalogue of errors.
 * @packageDocumentation
 */

import { z } from 'zod';
import { definitions, type Evenement } from './types';

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

/** Any event, read strictly; `verifierForme` says what is wrong in the words of F6. */
export const schemaEvenement = z.discriminatedUnion(
  'type',
  Object.values(definitions).map(({ schema }) => schema) as never,
) as z.ZodType<Evenement>;
