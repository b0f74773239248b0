/**
 * The words of a règlement, in letters, documents and explanations: the CSP and, before it, the CRP are the same journey under
 * other names.
 * @see R29
 */
export interface Vocabulaire {
  /** CSP, CRP. */
  sigle: string;
  /** "contrat de sécurisation professionnelle" */
  long: string;
  un: string;
  le: string;
  du: string;
  au: string;
  /** "vous le propose", "vous la propose" */
  pronom: string;
  /** Accorded with it. */
  propose: string;
  /** Ends a participle that goes with it: "suspendu", "suspendue". */
  e: '' | 'e';
  /** "Son CSP", "Sa CRP". */
  son: string;
  /** ASP, ASR. */
  allocation: { sigle: string; longue: string };
  /** PSP, PARP. */
  plan: { sigle: string; long: string };
  /** The letter by which France Travail announces the end. */
  courrierFin: string;
}

export const VOCABULAIRE_CSP: Vocabulaire = {
  sigle: 'CSP',
  long: 'contrat de sécurisation professionnelle',
  un: 'un contrat de sécurisation professionnelle (CSP)',
  le: 'le CSP',
  du: 'du CSP',
  au: 'au CSP',
  pronom: 'le',
  propose: 'proposé',
  e: '',
  son: 'Son',
  allocation: { sigle: 'ASP', longue: 'allocation de sécurisation professionnelle (ASP)' },
  plan: { sigle: 'PSP', long: 'plan de sécurisation professionnelle (PSP)' },
  courrierFin: '«\u202fFin de Contrat de Sécurisation Professionnelle (CSP)\u202f»',
};

export const VOCABULAIRE_CRP: Vocabulaire = {
  sigle: 'CRP',
  long: 'convention de reclassement personnalisé',
  un: 'une convention de reclassement personnalisé (CRP)',
  le: 'la CRP',
  du: 'de la CRP',
  au: 'à la CRP',
  pronom: 'la',
  propose: 'proposée',
  e: 'e',
  son: 'Sa',
  allocation: { sigle: 'ASR', longue: 'allocation spécifique de reclassement (ASR)' },
  plan: { sigle: 'PARP', long: 'plan d’action de reclassement personnalisé (PARP)' },
  courrierFin: 'un courrier qui annonce la fin de votre CRP',
};
