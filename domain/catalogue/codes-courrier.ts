/** Every letter Jalon knows: C01–C18 of REGLES §7, then the event-driven ones. */
export const codesCourrier = [
  'C01_PROPOSITION',
  'C02_RAPPEL_REFLEXION',
  'C03_LICENCIEMENT_CONDITIONNEL',
  'C04_ADHESION',
  'C05_REFUS',
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'C08_CONVOCATION_POINT_ETAPE',
  'C09_CONVOCATION_BILAN',
  'C10_CONTRIBUTION',
  'C11_PRIME',
  'C12_RAPPEL_PRIME',
  'C13_FIN_CSP',
  'C14_CESSATION_INSCRIPTION',
  'C15_RAPPEL_REINSCRIPTION',
  'C16_CONFIRMATION_REINSCRIPTION',
  'C17_SUIVI_EMPLOI',
  'C18_FORMATION_POURSUITE',
  'PROLONGATION',
  'SUSPENSION',
  'RETOUR',
  'REINTEGRATION',
  'DECISION_INSPECTION',
  'FIN_POUR_EMPLOI',
  'SORTIE_DECIDEE',
  'RELANCE_REINSCRIPTION',
  'REJET',
  'RECTIFICATION',
  'CONTRIBUTION_RAPPEL',
  'RAPPEL_ACTUALISATION',
  'RDV_CONVOCATION',
  'RDV_DEPLACE',
  'RDV_ANNULE',
  'RDV_RAPPEL',
  'RDV_MANQUE',
  'ATELIER_INSCRIPTION',
] as const;
export type CodeCourrier = (typeof codesCourrier)[number];

/** True for a code of the catalogue. */
export const estCodeCourrier = (code: string): code is CodeCourrier =>
  (codesCourrier as readonly string[]).includes(code);
