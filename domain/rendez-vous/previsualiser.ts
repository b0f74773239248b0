import type { DateCivile } from '../calendrier/dates';
import type { EtatParcours, MessageRecu } from '../parcours/parcours';
import { type ApercuParcours, type OptionsApercu, previsualiserParcours } from '../parcours/previsualiser';
import type { SorteRendezVous } from './sortes';
import { pendantSuspension, type RendezVousPrevu, suspenduLe } from './suspension';

/** An appointment to move, since the person would not be expected any more. */
export interface RendezVousTouche {
  id: string;
  /** UTC instant, ISO 8601. */
  debut: string;
  /** Its day, on its own clock. */
  jour: DateCivile;
  sorte: SorteRendezVous;
}

/** What an act would change, before anyone records it: in the journey, and in the appointments made beside it. */
export interface Apercu extends ApercuParcours {
  /** Planned appointments that would fall inside a suspension, and do not today. */
  rendezVousTouches: RendezVousTouche[];
}

/**
 * The effect of an act on a dossier, nothing being recorded.
 * @param etat the journey's state, as the register holds it
 * @param prevus the planned appointments of the dossier
 */
export function previsualiser(
  etat: EtatParcours,
  message: MessageRecu,
  maintenant: string,
  options: OptionsApercu,
  prevus: readonly RendezVousPrevu[] = [],
): Apercu {
  const apercu = previsualiserParcours(etat, message, maintenant, options);
  const [avant, apres] = [apercu.avant, apercu.apres].map(({ resultat }) => resultat.suspensions ?? []);
  const rendezVousTouches = pendantSuspension(prevus, apres!, maintenant)
    .filter(({ jour }) => !suspenduLe(avant!, jour))
    .map(({ id, debut, jour, sorte }) => ({ id, debut, jour, sorte }));
  return { ...apercu, rendezVousTouches };
}
