import { porteInterdit } from '../dossier/valeurs/nettoyer';

const LONGUEUR_MAX = 100;

/**
 * Whether a message may go by this id for life: 1 to 100 visible characters in canonical form (NFC), and not a name that every object
 * answers to (`constructor`, `__proto__`): ids are keys of the journey's state.
 */
export const estIdentifiant = (id: unknown): id is string =>
  typeof id === 'string' &&
  id.trim() !== '' &&
  id.length <= LONGUEUR_MAX &&
  !porteInterdit(id) &&
  !id.includes('\n') &&
  id === id.normalize('NFC') &&
  !(id in Object.prototype);
