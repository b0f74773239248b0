import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import type { CauseProlongation, CauseSuspension, MotifFin } from '../../dossier/resultat';
import type { Parametres } from '../reglements';
import { type Contrat, lireContrats } from './contrats';
import { parDatePuisArrivee, type Recu, type Recus, type Rejets } from './recus';
import { lireSuspensions } from './suspensions';

/** A fact that counts. Suspensions suspend; the others also push the term. */
export interface FaitRetenu extends Periode {
  /** Arrival of the event. */
  index: number;
  nature: 'ACTIVITE' | 'EMPLOI_REINTEGRE' | 'ABSENCE' | 'SUSPENSION';
  cause: CauseSuspension;
  dureeLegaleJours: number | null;
  prolonge: boolean;
}

const CAUSES_ABSENCE = {
  ARRET_MALADIE: 'MALADIE',
  CONGE_MATERNITE: 'MATERNITE',
  CONGE_PATERNITE: 'PATERNITE',
  CONGE_ADOPTION: 'ADOPTION',
  PROCHE_AIDANT: 'PROCHE_AIDANT',
  AJPP: 'AJPP',
} as const satisfies Record<string, CauseProlongation>;
const ABSENCES = Object.keys(CAUSES_ABSENCE) as (keyof typeof CAUSES_ABSENCE)[];

/** What may suspend, extend or end the CSP. */
export type Candidat = { index: number; debut: DateCivile } & (
  | { genre: 'CONTRAT'; contrat: Contrat }
  | { genre: 'ENTREPRISE' }
  | { genre: 'SORTIE'; date: DateCivile; motif: MotifFin }
  | { genre: 'FAIT'; fait: FaitRetenu }
);

const suspensif = (e: Recu & Periode, nature: FaitRetenu['nature'], cause: CauseSuspension): FaitRetenu => ({
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
    ...recus.de(...ABSENCES).map((e) => suspensif(e, 'ABSENCE', CAUSES_ABSENCE[e.type])),
    ...lireSuspensions(recus, rejets).map((e) => suspensif(e, 'SUSPENSION', e.motif)),
  ];
  const candidats: Candidat[] = [
    ...lireContrats(recus, parametres, rejets).map(
      (contrat): Candidat => ({ genre: 'CONTRAT', index: contrat.index, debut: contrat.debut, contrat }),
    ),
    ...faits.map((fait): Candidat => ({ genre: 'FAIT', index: fait.index, debut: fait.debut, fait })),
    ...recus.de('CREATION_ENTREPRISE').map(({ index, debut }): Candidat => ({ genre: 'ENTREPRISE', index, debut })),
    ...recus
      .de('SORTIE')
      .map(
        ({ index, date, motif }): Candidat => ({ genre: 'SORTIE', index, debut: ajouterJours(date, 1), date, motif }),
      ),
  ];
  return candidats.sort(parDatePuisArrivee((c) => c.debut));
}
