import type { Etape } from '../../domain/dossier/etats';
import { entretiensLegaux, estEntretienLegal } from '../../domain/faits/entretiens';
import type { TypeEvenement } from '../../domain/faits/evenements';
import type { Situation } from '../../domain/parcours/situation';

/** What usually happens to someone of an étape, the likeliest first, beside the interviews that are expected of her. */
const USUELS: Readonly<Partial<Record<Etape, readonly TypeEvenement[]>>> = {
  EN_REFLEXION: ['REPONSE_SALARIE', 'DECISION_AUTORISATION'],
  ACCEPTE: ['DECISION_AUTORISATION', 'ARRET_MALADIE', 'REPRISE_EMPLOI'],
  REFUSE: ['REPONSE_SALARIE'],
  EN_CSP: ['ARRET_MALADIE', 'REPRISE_EMPLOI', 'FORMATION', 'CONGES'],
  SUSPENDU: ['FIN_SUSPENSION', 'ARRET_MALADIE', 'FIN_CONTRAT', 'REPRISE_EMPLOI'],
  SUIVI_EMPLOI: ['DEMANDE_PRIME', 'FIN_CONTRAT'],
  TERMINE: ['DEMANDE_REINSCRIPTION', 'REPRISE_EMPLOI'],
  NON_REINSCRIT: ['DEMANDE_REINSCRIPTION'],
};

/** Interviews offered first: the one that is due, and the next. */
const ENTRETIENS_MAX = 2;

/** The events that fit where the person stands, the likeliest first; none for an étape in which any of them is news. */
export function evenementsDuMoment({
  etat,
  echeances,
}: Pick<Situation, 'etat' | 'echeances'>): readonly TypeEvenement[] {
  const usuels = USUELS[etat] ?? [];
  if (etat !== 'EN_CSP' && etat !== 'ACCEPTE') return usuels;
  const entretiens = echeances.flatMap(({ cle, statut }) =>
    estEntretienLegal(cle) && statut !== 'FAITE' && statut !== 'REPRISE' ? [entretiensLegaux[cle].fait] : [],
  );
  return [...entretiens.slice(0, ENTRETIENS_MAX), ...usuels];
}
