import { lireBaseRendezVous } from '../catalogue/cle-courrier';
import type { RendezVous } from './rendez-vous';

/** Whether an appointment, as it is now, wants a letter that spoke of it as it was. @param rendezVous null once it is gone */
export const veutEncore = (
  rendezVous: Pick<RendezVous, 'statut' | 'sequence'> | null,
  { code, base }: { code: string; base: string },
): boolean =>
  rendezVous !== null &&
  lireBaseRendezVous(code, base)?.sequence === rendezVous.sequence &&
  statutAttendu(code) === rendezVous.statut;

function statutAttendu(code: string): RendezVous['statut'] {
  if (code === 'RDV_ANNULE') return 'ANNULE';
  return code === 'RDV_MANQUE' ? 'MANQUE' : 'PREVU';
}
