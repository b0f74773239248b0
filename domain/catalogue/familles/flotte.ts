import { lireBaseTournee } from '../cle-courrier';
import { type Famille, jamais } from '../entree';

/** What falls on one date for everyone. @see REGLES §7 */
export const flotte = {
  RAPPEL_ACTUALISATION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'FLOTTE',
    // A posted letter would come after the days in which it can be acted on.
    canaux: 'E > S',
    decalage: 'AUCUN',
    regle: 'R20',
    utileJusquau: (r, c) => r.actualisations?.find((a) => a.mois === lireBaseTournee(c.base)?.mois)?.cloture ?? null,
    perime: 'La période d’actualisation est fermée.',
    dit: null,
    rappel: true,
    engage: jamais,
  },
} as const satisfies Famille<'RAPPEL_ACTUALISATION'>;
