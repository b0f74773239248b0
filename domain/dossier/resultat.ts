import type { DateCivile } from '../calendrier/dates';
import type { Periode } from '../calendrier/intervalles';

/** États of the state machine (REGLES §6, F35–F38). */
export type Etat =
  | 'INELIGIBLE'
  | 'EN_REFLEXION'
  | 'ACCEPTE'
  | 'REFUSE'
  | 'SANS_SUITE'
  | 'EN_CSP'
  | 'SUSPENDU'
  | 'SUIVI_EMPLOI'
  | 'CLOS'
  | 'ROMPU'
  | 'TERMINE'
  | 'REINSCRIT'
  | 'NON_REINSCRIT';

/** What the person decided, or what the law decided for her (R7, R8, F10). */
export type Decision = 'EN_ATTENTE' | 'ACCEPTATION' | 'REFUS' | 'REFUS_TACITE' | 'AUTORISATION_REFUSEE';

/** Why the CSP ended (R25, R27). */
export type MotifFin =
  | 'TERME'
  | 'EMPLOI_DURABLE'
  | 'CREATION_ENTREPRISE'
  | 'REPRISE_EMPLOI'
  | 'CONTRAT_TROP_COURT'
  | 'CUMUL_ACTIVITE_DEPASSE'
  | 'ABANDON'
  | 'MANQUEMENT'
  | 'FAUSSE_DECLARATION'
  | 'RETRAITE'
  | 'DECES';

/** Causes that push the term, in the order in which a day is attributed to one of them (R15). */
export type CauseProlongation =
  | 'ACTIVITE'
  | 'MATERNITE'
  | 'PATERNITE'
  | 'ADOPTION'
  | 'PROCHE_AIDANT'
  | 'AJPP'
  | 'MALADIE';

/** Causes of a suspension: those of R15, then those of the events that suspend without extending (R24): `domain/faits/causes` names them. */
export type CauseSuspension = string;

export type Destinataire = 'BENEFICIAIRE' | 'EMPLOYEUR' | 'CONSEILLER';

export interface Prolongation {
  cause: CauseProlongation;
  joursConstates: number;
  plafondJours: number;
  joursAccordes: number;
}

export interface Prime {
  contratId: string;
  refus: string[];
  limiteDemande: DateCivile;
  statut: 'NON_DEMANDEE' | 'RECEVABLE' | 'FORCLOSE' | 'REFUSEE';
  premierVersement: DateCivile | null;
  secondVersement: DateCivile | null;
}

/**
 * The answer of `calculer` (REGLES §8): every key of the contract. A key that has no meaning for the scenario is
 * absent or null; an invalid dossier has only `valide`, `erreurs`, `reglement` and `etatFinal`.
 */
export interface Resultat {
  valide: boolean;
  erreurs: string[];
  alertes?: string[];
  rejets?: { index: number; code: string }[];
  reglement?: string;
  limiteRemiseMaternite?: DateCivile | null;
  finReflexion?: DateCivile | null;
  finReflexionToleree?: DateCivile | null;
  decision?: Decision;
  dateDecision?: DateCivile | null;
  finContrat?: DateCivile | null;
  debutCsp?: DateCivile | null;
  periodeReferenceAffiliation?: Periode | null;
  prescriptionContestation?: DateCivile | null;
  echeanceContributionEmployeur?: DateCivile | null;
  echeancePreBilan?: DateCivile | null;
  dernierJourUtilePreBilan?: DateCivile | null;
  echeancePsp?: DateCivile | null;
  dernierJourUtilePsp?: DateCivile | null;
  pointEtape?: Periode | null;
  finSixiemeMois?: DateCivile | null;
  finDixiemeMois?: DateCivile | null;
  termeInitial?: DateCivile | null;
  prolongations?: Prolongation[];
  totalProlongationJours?: number;
  terme?: DateCivile | null;
  dateFinCsp?: DateCivile | null;
  motifFin?: MotifFin | null;
  reintegrations?: { contratId: string; date: DateCivile }[];
  suspensions?: (Periode & { cause: CauseSuspension })[];
  joursActiviteCumules?: number;
  bilan?: (Periode & { type: 'FIN_ACCOMPAGNEMENT' | 'SORTIE_ANTICIPEE' }) | null;
  primes?: Prime[];
  idr?: { contratId: string; eligible: boolean; finMax: DateCivile | null }[];
  suiviEmploi?: (Periode & { jalons: DateCivile[] }) | null;
  conges?: { joursPris: number; solde: number; depassement: number };
  formations?: {
    index: number;
    debut: DateCivile;
    fin: DateCivile;
    acheveeAuTerme: boolean;
    poursuite: 'POURSUIVIE' | 'POURSUIVIE_AVEC_INTERRUPTION' | 'SOUS_CONDITION_REINSCRIPTION' | 'SANS_OBJET' | null;
  }[];
  reinscription?: {
    requise: boolean;
    limite: DateCivile;
    dateDemande: DateCivile | null;
    dateEffet: DateCivile | null;
    statut: 'A_TEMPS' | 'TARDIVE' | 'ATTENDUE' | 'NON_FAITE' | 'SANS_OBJET';
  };
  actualisations?: { mois: string; ouverture: DateCivile; cloture: DateCivile }[];
  courriers?: { code: string; destinataire: Destinataire; date: DateCivile }[];
  chronologie?: { date: DateCivile; etat: Etat; cause: string | null }[];
  etatFinal?: Etat;
  regimeAsp?: 'ASP_75' | 'ASP_EGALE_ARE';
}
