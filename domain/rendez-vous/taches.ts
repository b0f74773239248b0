import { ajouterJours, type DateCivile, enChiffres } from '../calendrier/dates';
import type { Periode } from '../calendrier/intervalles';
import { estEntretienLegal } from '../faits/entretiens';
import type { AgendaRendezVous } from './agenda';
import { estAnnonce } from './cle';
import { heureEnClair, momentCivil } from './heure';
import { intituleRendezVous, type RendezVous } from './rendez-vous';
import { pendantSuspension, type RendezVousPrevu } from './suspension';

/** What an appointment asks of the counsellor. */
export interface TacheRendezVous {
  /** The same one twice is one task. */
  cle: string;
  numero: string;
  type: 'RDV_A_CLORE' | 'RDV_A_PREVENIR' | 'RDV_A_DEPLACER';
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

const cleADeplacer = ({ numero, id, sequence }: Pick<RendezVous, 'numero' | 'id' | 'sequence'>): string =>
  `${numero}/RDV_A_DEPLACER/${id}/${sequence}`;

/** Appointments that a suspension reached since they were planned. The sentence tells no cause: it stays true of them all. */
export const tachesADeplacer = (
  prevus: readonly RendezVousPrevu[],
  suspensions: readonly Periode[],
  maintenant: string,
): TacheRendezVous[] =>
  pendantSuspension(prevus, suspensions, maintenant).map((prevu) => ({
    cle: cleADeplacer(prevu),
    numero: prevu.numero,
    type: 'RDV_A_DEPLACER',
    libelle: `Le rendez-vous du ${enChiffres(prevu.jour)} tombe pendant une suspension du CSP : le déplacer ou l’annuler avec la personne.`,
    echeance: ajouterJours(prevu.jour, -1),
  }));

const PROCHE = /\/ECHEANCE_PROCHE\/(PRE_BILAN|PSP|POINT_ETAPE|BILAN)\/(\d{4}-\d{2}-\d{2})$/;

/** True of the task that says an interview is not held yet. */
export const annonceUnEntretien = ({ cle }: { cle: string }): boolean => PROCHE.test(cle);

/** Tasks without those that say an interview is due, when it is planned on time. */
export function sansEntretienPrevu<T extends { cle: string }>(
  taches: readonly T[],
  prevus: readonly Pick<RendezVousPrevu, 'sorte' | 'jour'>[],
): T[] {
  return taches.filter(({ cle }) => {
    const [, sorte, limite] = PROCHE.exec(cle) ?? [];
    return limite === undefined || !prevus.some((prevu) => prevu.sorte === sorte && prevu.jour <= limite);
  });
}

/**
 * True of the appointment of an interview that the law wants when it is no longer as it was first planned, nor held: the letter that
 * asks for one, and the task that says it is due, may be wanted again.
 */
export const laisseUnEntretien = ({
  sorte,
  statut,
  sequence,
}: Pick<RendezVous, 'sorte' | 'statut' | 'sequence'>): boolean =>
  estEntretienLegal(sorte) && statut !== 'TENU' && (statut !== 'PREVU' || sequence > 0);

/** Keys of the open tasks that an appointment, as it is now, has left without object. @param jour its day, on its own clock */
export function tachesSansObjet(
  ouvertes: readonly { cle: string }[],
  rendezVous: Pick<RendezVous, 'id' | 'numero' | 'sorte' | 'statut' | 'sequence'>,
  jour: DateCivile,
): string[] {
  const { id, numero, sorte, statut } = rendezVous;
  const prevu = statut === 'PREVU';
  const utiles = new Set(sansEntretienPrevu(ouvertes, prevu ? [{ sorte, jour }] : []));
  const actuelle = prevu ? cleADeplacer(rendezVous) : null;
  return ouvertes
    .filter((t) => !utiles.has(t) || (t.cle.startsWith(`${numero}/RDV_A_DEPLACER/${id}/`) && t.cle !== actuelle))
    .map(({ cle }) => cle);
}
