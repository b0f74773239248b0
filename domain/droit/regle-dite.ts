/** What each rule of REGLES is about, in the words of a counsellor; a code alone tells nobody anything. */
const SUJETS: Readonly<Record<string, string>> = {
  R1: 'calcul des dates',
  R2: 'jours fériés et ouvrés',
  R3: 'règlement applicable',
  R4: 'conditions d’ouverture',
  R5: 'remise de la proposition',
  R6: 'délai de réflexion',
  R7: 'salarié protégé',
  R8: 'réponse à la proposition',
  R9: 'effets de l’acceptation',
  R10: 'terme et repères',
  R11: 'pré-bilan',
  R12: 'plan d’action (PSP)',
  R13: 'point d’étape',
  R14: 'reprise d’emploi',
  R15: 'prolongations',
  R16: 'période d’essai rompue',
  R17: 'prime de reclassement',
  R18: 'indemnité différentielle',
  R19: 'suivi dans l’emploi',
  R20: 'actualisation',
  R21: 'congés',
  R22: 'bilan',
  R23: 'formation au-delà du terme',
  R24: 'suspensions',
  R25: 'fin et réinscription',
  R26: 'effet de la réinscription',
  R27: 'fins anticipées',
  R28: 'nouvelles tardives',
  R29: 'CRP',
  R30: 'expérimentation',
  R31: 'allocation (ASP)',
};

/** "règle R13, point d’étape", of one rule or of several ("R10, R15"). */
export const regleDite = (regles: string): string =>
  regles
    .split(', ')
    .map((regle) => (SUJETS[regle] === undefined ? `règle ${regle}` : `règle ${regle}, ${SUJETS[regle]}`))
    .join(' ; ');
