import { apres, cle, DEUX_MOIS, type Famille, jamais } from '../entree';

/** From the proposal to the answer, and what the answer asks of the employer. @see REGLES §7 */
export const reflexion = {
  C01_PROPOSITION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R5, R6',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : il n’est plus possible d’accepter.',
    dit: (r) => [r.finReflexion],
    rappel: false,
    engage: jamais,
  },
  C02_RAPPEL_REFLEXION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R8',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : il n’est plus possible d’accepter.',
    dit: null,
    rappel: true,
    engage: jamais,
  },
  C03_LICENCIEMENT_CONDITIONNEL: {
    destinataires: ['EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E + C',
    decalage: 'AUCUN',
    regle: 'R9',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : une lettre conditionnelle n’a plus d’objet.',
    dit: (r) => [r.finReflexion],
    rappel: false,
    engage: jamais,
  },
  C04_ADHESION: {
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E + C',
    decalage: 'AUCUN',
    regle: 'R9',
    utileJusquau: (_r, c) => apres(c.date, DEUX_MOIS),
    perime: 'Les documents qu’elle demande ont été réclamés autrement depuis deux mois.',
    dit: (r) => [r.finContrat, r.debutCsp],
    rappel: false,
    engage: jamais,
  },
  C05_REFUS: {
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R8',
    utileJusquau: (_r, c) => apres(c.date, DEUX_MOIS),
    perime: 'La procédure de licenciement s’est poursuivie depuis deux mois : l’annonce n’apprend plus rien.',
    dit: (r) => [r.finReflexion, r.decision],
    rappel: false,
    engage: (r) => r.decision === 'REFUS_TACITE',
  },
  C10_CONTRIBUTION: {
    destinataires: ['EMPLOYEUR'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C',
    decalage: 'APRES',
    regle: 'R9',
    utileJusquau: (r) => r.echeanceContributionEmployeur ?? null,
    perime: 'La date de versement est passée : c’est un rappel qui est à faire.',
    dit: cle,
    rappel: false,
    engage: jamais,
  },
} as const satisfies Famille<
  | 'C01_PROPOSITION'
  | 'C02_RAPPEL_REFLEXION'
  | 'C03_LICENCIEMENT_CONDITIONNEL'
  | 'C04_ADHESION'
  | 'C05_REFUS'
  | 'C10_CONTRIBUTION'
>;
