import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';
import type { CauseSuspension, MotifFin } from '../../dossier/resultat';
import { causeDeSuspension } from '../../faits/causes';
import { definitions } from '../../faits/evenements';
import { type Contrat, lireContrats } from './contrats';
import { parDatePuisArrivee, type Recu, type Recus, type Rejets } from './recus';
import { lireSuspensions } from './suspensions';

/** A fact that counts. Suspensions suspend; the others also push the term. */
export interface FaitAdmis extends Periode {
  /** Arrival of the event. */
  index: number;
  nature: 'ACTIVITE' | 'EMPLOI_REINTEGRE' | 'ABSENCE' | 'SUSPENSION';
  cause: CauseSuspension;
  dureeLegaleJours: number | null;
  prolonge: boolean;
}

/** What may suspend, extend or end the CSP. */
export type Candidat = { index: number; debut: DateCivile } & (
  | { genre: 'CONTRAT'; contrat: Contrat }
  | { genre: 'ENTREPRISE' }
  | { genre: 'SORTIE'; date: DateCivile; motif: MotifFin }
  | { genre: 'FAIT'; fait: FaitAdmis }
);

const suspensif = (e: Recu & Periode, nature: FaitAdmis['nature'], cause: CauseSuspension): FaitAdmis => ({
  index: e.index,
  nature,
  cause,
  debut: e.debut,
  fin: e.fin,
  dureeLegaleJours: 'dureeLegaleJours' in e ? (e.dureeLegaleJours ?? null) : null,
  prolonge: true,
});

/** Everything that suspends, extends or ends, by its first day (a SORTIE by the day after it), then by arrival. @see F16 */
export function rassembler(recus: Recus, parametres: Parametres, rejets: Rejets): Candidat[] {
  const faits = [
    ...recus.pour('ABSENCE').map((e) => suspensif(e, 'ABSENCE', definitions[e.type].effet.cause)),
    ...lireSuspensions(recus, rejets).map((e) => suspensif(e, 'SUSPENSION', causeDeSuspension(e))),
  ];
  const candidats: Candidat[] = [
    ...lireContrats(recus, parametres, rejets).map(
      (contrat): Candidat => ({ genre: 'CONTRAT', index: contrat.index, debut: contrat.debut, contrat }),
    ),
    ...faits.map((fait): Candidat => ({ genre: 'FAIT', index: fait.index, debut: fait.debut, fait })),
    ...recus.pour('ENTREPRISE').map(({ index, debut }): Candidat => ({ genre: 'ENTREPRISE', index, debut })),
    ...recus
      .pour('SORTIE')
      .map(
        ({ index, date, motif }): Candidat => ({ genre: 'SORTIE', index, debut: ajouterJours(date, 1), date, motif }),
      ),
  ];
  return candidats.sort(parDatePuisArrivee((c) => c.debut));
}
