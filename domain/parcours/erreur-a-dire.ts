import { type DateCivile, enChiffres } from '../calendrier/dates';
import { versDestinataire } from '../catalogue/titres';
import type { Agenda } from './agenda';
import type { TacheDue } from './parcours';

/**
 * Letters that had left when a dossier was closed as opened by mistake: someone finds out who holds them, and says that they do not
 * count. No letter does it: the address may be a stranger's, or that of a person whose true dossier goes on, and who would take it for
 * the end of her CSP. One that leaves in spite of all makes the task whole again, under another key.
 * @param fermee the entry that closed it, and its day
 */
export function erreurADire(
  numero: string,
  fermee: { id: string; le: DateCivile },
  { courriers }: Pick<Agenda, 'courriers'>,
  titre: (code: string) => string,
): TacheDue[] {
  const partis = courriers.flatMap(({ code, destinataire, date, statut }) =>
    destinataire !== 'CONSEILLER' && (statut === 'PARTI' || statut === 'RECTIFIE' || statut === 'INCERTAIN')
      ? [`« ${titre(code)} » (${versDestinataire[destinataire]}, prévu le ${enChiffres(date)})`]
      : [],
  );
  if (partis.length === 0) return [];
  const liste = partis.length === 1 ? 'un courrier était déjà parti' : `${partis.length} courriers étaient déjà partis`;
  return [
    {
      cle: `${numero}/ERREUR_A_DIRE/${fermee.id}/${partis.length}`,
      type: 'ERREUR_A_DIRE',
      libelle: `Dossier ouvert par erreur, et ${liste} : ${partis.join(', ')}. Dire à qui les a reçus de n’en tenir aucun compte ; Jalon ne lui écrira pas.`,
      echeance: fermee.le,
    },
  ];
}
