import { createHash } from 'node:crypto';
import type { DateCivile } from '../../../domain/calendrier/dates';
import type { Dossier } from '../../../domain/dossier/dossier';
import type { Personnes } from '../../../domain/dossier/personnes';
import { motsReplies } from '../../../domain/dossier/replier';

/** What an opening asks for, once its form is right. */
export interface DemandeOuverture {
  dossier: Dossier;
  personnes: Personnes;
  dateReprise: DateCivile | null;
  evenements: readonly unknown[];
  /** The agency's own reference, when it has one: the same one opens one dossier. */
  reference?: string;
  auteur: string;
}

/** Idempotence key of an opening: the agency's reference, else who, born when, proposed when. */
export function empreinteOuverture({ reference, dossier, personnes }: DemandeOuverture): string {
  const { identite, agence } = personnes;
  const traits = reference
    ? [agence.id, 'reference', reference.trim()]
    : [motsReplies(identite.nom), motsReplies(identite.prenom), dossier.dateNaissance, dossier.dateRemise];
  return createHash('sha256').update(JSON.stringify(traits)).digest('hex');
}
