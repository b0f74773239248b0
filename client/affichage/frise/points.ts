import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { entretiensLegaux, estEntretienLegal } from '../../../domain/faits/entretiens';
import type { Echeance } from '../../../domain/parcours/situation';
import type { StatutRendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { libellesSorte, type SorteRendezVous } from '../../../domain/rendez-vous/sortes';

/** FAIT: held. PREVU: still to come, or to be told of. MANQUE: it was not held in time. */
export type FormePoint = 'FAIT' | 'PREVU' | 'MANQUE';

/** A row of days. */
export interface LignePoints {
  genre: 'ENTRETIENS' | 'RENDEZ_VOUS';
  nom: string;
  points: { date: DateCivile; forme: FormePoint }[];
  dites: string[];
}

/** An appointment as the picture shows it. */
export interface RendezVousVu {
  sorte: SorteRendezVous;
  /** On its own clock. */
  jour: DateCivile;
  statut: StatutRendezVous;
}

/** The interviews of the law, on the day they were held or are due, then the appointments that were not cancelled. */
export function lignesDePoints(
  echeances: readonly Echeance[],
  rendezVous: readonly RendezVousVu[],
  jour: DateCivile,
): LignePoints[] {
  const lignes = [
    { genre: 'ENTRETIENS' as const, nom: 'Entretiens', lus: echeances.flatMap((e) => entretien(e, jour)) },
    { genre: 'RENDEZ_VOUS' as const, nom: 'Rendez-vous', lus: rendezVous.flatMap(rendezVousVu) },
  ];
  return lignes
    .filter(({ lus }) => lus.length > 0)
    .map(({ lus, ...ligne }) => ({
      ...ligne,
      points: lus.map(({ date, forme }) => ({ date, forme })),
      dites: lus.map(({ dite }) => dite),
    }));
}

interface PointLu {
  date: DateCivile;
  forme: FormePoint;
  dite: string;
}

function entretien({ cle, date, statut, faiteLe }: Echeance, jour: DateCivile): PointLu[] {
  if (!estEntretienLegal(cle) || statut === 'REPRISE') return [];
  const { libelle } = entretiensLegaux[cle];
  if (faiteLe !== null)
    return [
      faiteLe > jour
        ? { date: faiteLe, forme: 'PREVU', dite: `${libelle} : consigné au ${enChiffres(faiteLe)}.` }
        : { date: faiteLe, forme: 'FAIT', dite: `${libelle} : tenu le ${enChiffres(faiteLe)}.` },
    ];
  const forme = statut === 'PASSEE' ? 'MANQUE' : 'PREVU';
  const retard = statut === 'PASSEE' ? ', en retard' : '';
  return [{ date, forme, dite: `${libelle} : au plus tard le ${enChiffres(date)}${retard}.` }];
}

const FORMES: Record<Exclude<StatutRendezVous, 'ANNULE'>, { forme: FormePoint; mot: string }> = {
  PREVU: { forme: 'PREVU', mot: 'prévu' },
  TENU: { forme: 'FAIT', mot: 'tenu' },
  MANQUE: { forme: 'MANQUE', mot: 'manqué' },
};

function rendezVousVu({ sorte, jour, statut }: RendezVousVu): PointLu[] {
  if (statut === 'ANNULE') return [];
  const { forme, mot } = FORMES[statut];
  return [{ date: jour, forme, dite: `${libellesSorte[sorte]} : le ${enChiffres(jour)}, ${mot}.` }];
}
