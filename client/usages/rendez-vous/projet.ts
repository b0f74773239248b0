import { instantCivil } from '../../../domain/rendez-vous/heure';
import type { DemandeRendezVous, RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import type { CadreRendezVous } from '../../../registre';
import type { DepsApercu } from '../commun/deps';
import { type ContexteRendezVous, type CourrierVu, controler, courriersDe, type Projet, zoneDe } from './contexte';

/** What an act on an appointment would do, nothing being recorded. */
export interface ApercuRendezVous {
  refus: RemarqueRendezVous[];
  avertissements: RemarqueRendezVous[];
  /** The appointment as it would be; null when it cannot even be read. */
  projet: Projet | null;
  /** Letters that have left or would leave. */
  courriers: CourrierVu[];
}

/** When, where and how long, as the register holds it. */
export function cadreDe(contexte: ContexteRendezVous, demande: DemandeRendezVous): CadreRendezVous {
  const { mode, jour, heure, dureeMinutes, lieu, lien, intitule } = demande;
  const debut = instantCivil(jour, heure, zoneDe(contexte, mode)).toISOString();
  return { debut, dureeMinutes, mode, lieu, lien, intitule };
}

/** What speaks against an appointment, and what it would send. */
export async function juger(
  deps: DepsApercu,
  contexte: ContexteRendezVous,
  projet: Projet,
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const controle = await controler(deps, contexte, projet, maintenant);
  return { ...controle, projet, courriers: courriersDe(deps, contexte, projet, maintenant) };
}

export const illisible = (refus: RemarqueRendezVous[]): ApercuRendezVous => ({
  refus,
  avertissements: [],
  projet: null,
  courriers: [],
});
