const LONGUEUR_MAX = 100;
/** Written here and not asked of the door of texts: workflows judge by it, and must judge alike for ever. */
const INTERDITS = /[\p{Cc}\p{Cs}]/u;

/**
 * Whether a message may go by this id for life: 1 to 100 visible characters in canonical form (NFC), and not a name that every object
 * answers to (`constructor`, `__proto__`): ids are keys of the journey's state.
 */
export const estIdentifiant = (id: unknown): id is string =>
  typeof id === 'string' &&
  id.trim() !== '' &&
  id.length <= LONGUEUR_MAX &&
  !INTERDITS.test(id) &&
  id === id.normalize('NFC') &&
  !(id in Object.prototype);
