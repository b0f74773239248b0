import { lireBasePeriode } from '../cle-courrier';
import { apres, cle, type Famille, finAnticipee, jamais, QUINZE_JOURS, UN_MOIS } from '../entree';

/** Born of what happens in the journey. @see REGLES §7 */
export const evenements = {
  PROLONGATION: {
    destinataires: ['BENEFICIAIRE', 'CONSEILLER'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'C + E',
    decalage: 'APRES',
    regle: 'R15',
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé.',
    dit: null,
    engage: jamais,
  },
  SUSPENSION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R24',
    // Once the period is over, RETOUR says more.
    utileJusquau: (_r, c) => lireBasePeriode(c.base)?.fin ?? null,
    perime: 'La période est terminée.',
    dit: cle,
    engage: jamais,
  },
  CONGES_ENREGISTRES: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R21',
    utileJusquau: (_r, c) => lireBasePeriode(c.base)?.fin ?? null,
    perime: 'Les congés sont terminés.',
    dit: cle,
    engage: jamais,
  },
  RETOUR: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > S > C',
    decalage: 'APRES',
    regle: 'R24',
    utileJusquau: (_r, c) => apres(c.date, QUINZE_JOURS),
    perime: 'L’accompagnement a repris depuis plus de deux semaines.',
    dit: cle,
    engage: jamais,
  },
  REINTEGRATION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R16',
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé.',
    dit: cle,
    engage: jamais,
  },
  DECISION_INSPECTION: {
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E + S > C',
    decalage: 'AUCUN',
    regle: 'R7',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'La décision de l’inspection du travail est connue depuis plus d’un mois.',
    dit: (r) => [r.finReflexion, r.finContrat, r.debutCsp],
    engage: jamais,
  },
  FIN_POUR_EMPLOI: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'C + E',
    decalage: 'APRES',
    regle: 'R14, R17, R19, R22',
    utileJusquau: (r) => r.bilan?.fin ?? null,
    perime: 'La période du bilan est passée.',
    dit: cle,
    engage: finAnticipee,
  },
  PRIME_DERNIER_MOIS: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R17',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'Le dernier jour pour être embauché avec la prime est passé.',
    dit: null,
    engage: jamais,
  },
  SORTIE_DECIDEE: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'C + E',
    decalage: 'APRES',
    regle: 'R27',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'La décision date de plus d’un mois.',
    dit: cle,
    engage: finAnticipee,
  },
  REJET: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R28',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'La déclaration date de plus d’un mois.',
    dit: cle,
    engage: jamais,
  },
  RECTIFICATION: {
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'C + E',
    decalage: 'APRES',
    regle: 'R28',
    // A false letter stays false until it is corrected.
    utileJusquau: () => null,
    perime: 'Le courrier rectifié ne sert plus.',
    dit: null,
    engage: jamais,
  },
  CONTRIBUTION_RAPPEL: {
    destinataires: ['EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'AVANT',
    regle: 'R9',
    utileJusquau: (r) => r.echeanceContributionEmployeur ?? null,
    perime: 'La date de versement est passée.',
    dit: cle,
    engage: jamais,
  },
} as const satisfies Famille<
  | 'PROLONGATION'
  | 'SUSPENSION'
  | 'CONGES_ENREGISTRES'
  | 'RETOUR'
  | 'REINTEGRATION'
  | 'DECISION_INSPECTION'
  | 'FIN_POUR_EMPLOI'
  | 'PRIME_DERNIER_MOIS'
  | 'SORTIE_DECIDEE'
  | 'REJET'
  | 'RECTIFICATION'
  | 'CONTRIBUTION_RAPPEL'
>;
