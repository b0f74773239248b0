import type { DateCivile } from '../calendrier/dates';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Evaluation } from '../droit/calculer';

/** Whether what a letter asks for was done, or is no longer to be. */
type Faite = (evaluation: Pick<Evaluation, 'resultat' | 'entretiens'>) => boolean;

/**
 * Letters that ask for something by a day, and promise nothing else: false when that day moves before it is done. Once it is done, or
 * no longer to be, the letter is superfluous, which is no error to put right.
 * @see docs/decisions/006
 */
const demandes: Partial<Record<CodeCourrier, Faite>> = {
  // Whoever accepted has nothing left to answer: her dates are those of C04.
  C01_PROPOSITION: ({ resultat: { decision } }) => decision === 'ACCEPTATION',
  C06_CONVOCATION_PRE_BILAN: ({ entretiens }) => entretiens.preBilan !== null,
  C07_CONVOCATION_PSP: ({ entretiens }) => entretiens.psp !== null,
  // Who leaves before the term reads in the letter on her end what becomes of the prime.
  PRIME_DERNIER_MOIS: ({ resultat: { primes = [], motifFin } }) =>
    primes.some(({ statut }) => statut === 'RECEVABLE') || (motifFin != null && motifFin !== 'TERME'),
};

const faiteDe = (code: string): Faite | undefined => demandes[code as CodeCourrier];

/** It asks for something by a day, and states only that day. */
export const estDemande = (code: string): boolean => faiteDe(code) !== undefined;

/** What it asks for was done, or is no longer to be; false for a letter that asks for nothing by a day. */
export const estFaite = (code: string, evaluation: Parameters<Faite>[0]): boolean =>
  faiteDe(code)?.(evaluation) ?? false;

/** A letter that is late has nothing left to say once what it asks for was done: it does not leave. */
export const estSansObjet = (
  { code, date }: Pick<CourrierPrevu, 'code' | 'date'>,
  jour: DateCivile,
  evaluation: Parameters<Faite>[0],
): boolean => date < jour && estObtenu(code, evaluation);

function estObtenu(code: string, evaluation: Parameters<Faite>[0]): boolean {
  const { resultat, entretiens } = evaluation;
  const { decision, reinscription } = resultat;
  switch (code) {
    case 'C02_RAPPEL_REFLEXION':
      return decision === 'ACCEPTATION' || decision === 'REFUS';
    case 'C01_PROPOSITION':
    case 'C06_CONVOCATION_PRE_BILAN':
    case 'C07_CONVOCATION_PSP':
      return estFaite(code, evaluation);
    case 'C08_CONVOCATION_POINT_ETAPE':
      return entretiens.pointEtape !== null;
    case 'C09_CONVOCATION_BILAN':
      return entretiens.bilan !== null;
    case 'C13_FIN_CSP':
    case 'C14_CESSATION_INSCRIPTION':
    case 'C15_RAPPEL_REINSCRIPTION':
    case 'RELANCE_REINSCRIPTION':
      return reinscription?.dateDemande != null;
    default:
      return false;
  }
}
