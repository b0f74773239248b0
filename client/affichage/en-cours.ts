import { enMots } from '../../domain/parcours/issues';
import { juger } from '../../domain/parcours/juger';
import type { DossierInscrit, MessageEnAttente } from '../../registre';
import { dureeEnClair } from './durees';
import { entreeEnClair } from './evenement';
import { compte } from './libelles';

/**
 * "1 fait en cours de prise en compte depuis 2 min : Arrêt maladie du 02/06/2025 au 11/06/2025": what was recorded and that the journey has not
 * taken in yet; null when nothing waits.
 * @param messages the oldest first
 */
export function enCoursDit(
  messages: readonly MessageEnAttente[],
  inscrit: Pick<DossierInscrit, 'dossier' | 'journal'>,
  maintenant: Date,
): string | null {
  const [premier] = messages;
  if (premier === undefined) return null;
  const secondes = Math.max(0, (maintenant.getTime() - premier.recuLe.getTime()) / 1_000);
  const lePlusAncien = messages.length > 1 ? ', le plus ancien' : '';
  const faits = messages.map((message) => messageEnClair(message, inscrit)).join(' ; ');
  return `${compte(messages.length, 'fait')} en cours de prise en compte${lePlusAncien} depuis ${dureeEnClair(secondes)} : ${faits}`;
}

/** As the journal will say it; one that the journal of now cannot take, by its act. */
function messageEnClair(
  { id, acte, contenu, recuLe }: MessageEnAttente,
  { dossier, journal }: Pick<DossierInscrit, 'dossier' | 'journal'>,
): string {
  const verdict = juger({ id, acte, contenu, recuLe: recuLe.toISOString() }, dossier, journal);
  if ('entree' in verdict) return entreeEnClair(verdict.entree, journal, dossier);
  return enMots(acte);
}
