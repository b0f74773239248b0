import { surUneLigne } from '../dossier/valeurs/nettoyer';
import { estIdentifiant } from './identifiant';

/**
 * What a new message may go by: an identifier as the door of texts writes it, without the spaces around it or the invisible signs that a
 * list would show and nobody retype. Journeys took them once, and keep those they have.
 */
export const estIdentifiantNeuf = (id: unknown): id is string => estIdentifiant(id) && surUneLigne(id) === id;
