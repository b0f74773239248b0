import { type DateCivile, enChiffres } from './dates';
import { intituleRendezVous, type RendezVous } from './rendez-vous';
import type { AgendaRendezVous } from './rendez-vous-agenda';
import { estAnnonce } from './rendez-vous-cle';
import { heureEnClair, momentCivil } from './rendez-vous-heure';

/** What an appointment asks of the counsellor. */
export interface TacheRendezVous {
  /** The same one twice is one task. */
  cle: string;
  numero: string;
  type: 'RDV_A_CLORE' | 'RDV_A_PREVENIR';
  libelle: string;
  echeance: DateCivile;
}

/** Key of the task that asks what became of an appointment whose day is over. */
export const cleTacheAClore = ({ numero, id }: Pick<RendezVous, 'numero' | 'id'>): string =>
  `${numero}/RDV_A_CLORE/${id}`;

/** "Rendez-vous de suivi du 24/03/2026 à 9 h 30", on its own clock. */
export function rendezVousEnClair(rendezVous: Pick<RendezVous, 'sorte' | 'intitule' | 'debut'>, zone: string): string {
  const { jour, heure } = momentCivil(rendezVous.debut, zone);
  return `${intituleRendezVous(rendezVous)} du ${enChiffres(jour)} à ${heureEnClair(heure)}`;
}

/** The tasks that an appointment leaves: nobody said what became of it, or no letter will reach the person in time. */
export function tachesRendezVous(
  rendezVous: RendezVous,
  zone: string,
  agenda: Pick<AgendaRendezVous, 'aClore' | 'memoires'>,
  maintenant: string,
): TacheRendezVous[] {
  const { numero, id, debut, sequence, statut } = rendezVous;
  const lequel = rendezVousEnClair(rendezVous, zone);
  const { jour: echeance } = momentCivil(debut, zone);
  const taches: TacheRendezVous[] = [];
  if (agenda.aClore) {
    const libelle = `${lequel} : a-t-il été tenu ou manqué ?`;
    taches.push({ cle: cleTacheAClore(rendezVous), numero, type: 'RDV_A_CLORE', libelle, echeance });
  }
  const tropTard = Object.values(agenda.memoires).some((m) => m.statut === 'PERIME' && estAnnonce(m.code));
  if (tropTard && statut === 'PREVU' && debut > maintenant) {
    const cle = `${numero}/RDV_A_PREVENIR/${id}/${sequence}`;
    const libelle = `${lequel} : aucun courrier n’arrivera à temps, appelez la personne.`;
    taches.push({ cle, numero, type: 'RDV_A_PREVENIR', libelle, echeance });
  }
  return taches;
}
