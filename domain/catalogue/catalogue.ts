import { ajouterJours, type DateCivile, dateCivile, joursEntre, min } from '../calendrier/dates';
import type { Destinataire, Prime, Resultat } from '../dossier/resultat';

/** Every letter Jalon knows: C01–C18 of REGLES §7, then the event-driven ones. */
export type CodeCourrier =
  | 'C01_PROPOSITION'
  | 'C02_RAPPEL_REFLEXION'
  | 'C03_LICENCIEMENT_CONDITIONNEL'
  | 'C04_ADHESION'
  | 'C05_REFUS'
  | 'C06_CONVOCATION_PRE_BILAN'
  | 'C07_CONVOCATION_PSP'
  | 'C08_CONVOCATION_POINT_ETAPE'
  | 'C09_CONVOCATION_BILAN'
  | 'C10_CONTRIBUTION'
  | 'C11_PRIME'
  | 'C12_RAPPEL_PRIME'
  | 'C13_FIN_CSP'
  | 'C14_CESSATION_INSCRIPTION'
  | 'C15_RAPPEL_REINSCRIPTION'
  | 'C16_CONFIRMATION_REINSCRIPTION'
  | 'C17_SUIVI_EMPLOI'
  | 'C18_FORMATION_POURSUITE'
  | 'PROLONGATION'
  | 'SUSPENSION'
  | 'RETOUR'
  | 'REINTEGRATION'
  | 'REJET'
  | 'RECTIFICATION'
  | 'CONTRIBUTION_RAPPEL'
  | 'RAPPEL_ACTUALISATION'
  | 'RDV_CONVOCATION'
  | 'RDV_DEPLACE'
  | 'RDV_ANNULE'
  | 'RDV_RAPPEL'
  | 'RDV_MANQUE'
  | 'ATELIER_INSCRIPTION';

/**
 * C post, E e-mail, S SMS, T counsellor's task; `+` all of them, `>` the first that works (REGLES §7): `E + S > C` is e-mail and
 * SMS together, then post when neither works.
 */
export type Canaux = 'C' | 'T' | 'C + E' | 'E + C' | 'E > C' | 'E > S' | 'E + S' | 'E > S > C' | 'E + S > C';

/**
 * A letter informs; one that announces an act of France Travail may decide instead, for an agency configured as the author of that
 * act (`Agence.decisions`: signatory, legal ground, means of appeal), and only then.
 */
export type Nature = 'INFORME' | 'INFORME_OU_DECIDE';

/** Who wants it: the rules, a fact of the journey, an appointment, or the calendar of everyone. */
export type Origine = 'REGLES' | 'PARCOURS' | 'RENDEZ_VOUS' | 'FLOTTE';

/** What the usefulness limit is told about the letter. */
export interface CourrierDate {
  /** Unshifted date or fact it speaks of, with its offset for C02 and C15. */
  base: string;
  /** Day it should leave. */
  date: DateCivile;
}

/** One letter of the catalogue; an entry that lacks a part does not compile. */
export type EntreeCatalogue = {
  /** French, for lists. */
  titre: string;
  nature: Nature;
  origine: Origine;
  destinataires: readonly [Destinataire, ...Destinataire[]];
  /** For the beneficiary and the employer; a counsellor always gets a task. */
  canaux: Canaux;
  /** What a date on a non-working day becomes: previous ouvré day, next one, or unmoved. */
  decalage: 'AVANT' | 'APRES' | 'AUCUN';
  /** Rule of REGLES, e.g. `R12`. */
  regle: string;
  /** Last day it is still worth sending; null: always. */
  utileJusquau: (r: Resultat, c: CourrierDate) => DateCivile | null;
  /** Why it stops being useful: the sentence of the journal when it lapses. French. */
  perime: string;
  /**
   * What it states that a later fact may make false although the letter keeps its key; `cle` when its key says it all. Null for
   * one that asks or recalls: it is never rectified.
   */
  dit: ((r: Resultat) => readonly (string | null | undefined)[]) | null;
  /** It binds: after a long interruption it waits for someone to have seen (refusal by silence, exits, decisions). */
  engage: (r: Resultat) => boolean;
};

const apres = (d: DateCivile | null | undefined, jours: number) => (d ? ajouterJours(d, jours) : null);
const laPremiere = (a: DateCivile | null | undefined, b: DateCivile | null | undefined) =>
  a && b ? min(a, b) : (a ?? b ?? null);

/** Days from what C11 and C12 speak of to the last day to ask, as R17 has them. */
const delaiPrime = { C11_PRIME: 30, C12_RAPPEL_PRIME: 10 } as const;

/** The prime a letter speaks of: of those without refusal ground, the one whose last day to ask fits the letter's base best. */
export function primeDuCourrier(r: Resultat, code: keyof typeof delaiPrime, base: string) {
  const jour = dateCivile(base);
  const ecart = (p: Prime) => Math.abs(joursEntre(jour, p.limiteDemande) - delaiPrime[code]);
  return (r.primes ?? []).filter((p) => p.refus.length === 0).sort((a, b) => ecart(a) - ecart(b))[0];
}

const jamais = () => false;
/** Base and code say it all: what it states is false once the rules no longer want it. */
const cle = () => [];
/** The CSP ended before its term: the letter tells the person that she is out. */
const finAnticipee = (r: Resultat) => r.motifFin !== 'TERME';

/** Letters on appointments speak of the day that begins their base (`2026-03-24-<id>-<sequence>`). */
const jourDuRendezVous = (_r: Resultat, c: CourrierDate) => dateCivile(c.base.slice(0, 10));

const QUINZE_JOURS = 15;
const UN_MOIS = 30;
const DEUX_MOIS = 60;

/** What the letters on an appointment to come share. */
const surUnRendezVous = {
  destinataires: ['BENEFICIAIRE'],
  nature: 'INFORME',
  origine: 'RENDEZ_VOUS',
  decalage: 'AUCUN',
  regle: 'R11, R12, R13, R22',
  utileJusquau: jourDuRendezVous,
  perime: 'Le rendez-vous est passé.',
  dit: null,
  engage: jamais,
} as const;

/** @see REGLES §7 */
export const catalogue = {
  C01_PROPOSITION: {
    titre: 'Proposition du CSP',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R5, R6',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : il n’est plus possible d’accepter.',
    dit: (r) => [r.finReflexion],
    engage: jamais,
  },
  C02_RAPPEL_REFLEXION: {
    titre: 'Rappel du délai de réflexion',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R8',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : il n’est plus possible d’accepter.',
    dit: null,
    engage: jamais,
  },
  C03_LICENCIEMENT_CONDITIONNEL: {
    titre: 'Lettre de licenciement conditionnelle (modèle)',
    destinataires: ['EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C',
    decalage: 'AUCUN',
    regle: 'R9',
    utileJusquau: (r) => r.finReflexion ?? null,
    perime: 'Le délai de réflexion est terminé : une lettre conditionnelle n’a plus d’objet.',
    dit: (r) => [r.finReflexion],
    engage: jamais,
  },
  C04_ADHESION: {
    titre: 'Adhésion enregistrée',
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E + C',
    decalage: 'AUCUN',
    regle: 'R9',
    utileJusquau: (_r, c) => apres(c.date, DEUX_MOIS),
    perime: 'Les documents qu’elle demande ont été réclamés autrement depuis deux mois.',
    dit: (r) => [r.finContrat, r.debutCsp],
    engage: jamais,
  },
  C05_REFUS: {
    titre: 'Refus (exprès ou par silence)',
    destinataires: ['BENEFICIAIRE', 'EMPLOYEUR'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R8',
    utileJusquau: (_r, c) => apres(c.date, DEUX_MOIS),
    perime: 'La procédure de licenciement s’est poursuivie depuis deux mois : l’annonce n’apprend plus rien.',
    dit: (r) => [r.finReflexion, r.decision],
    engage: (r) => r.decision === 'REFUS_TACITE',
  },
  C06_CONVOCATION_PRE_BILAN: {
    titre: 'Convocation au pré-bilan',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'APRES',
    regle: 'R11',
    // Held late, a pré-bilan is only an alert: the invitation is worth sending until the next interview takes over.
    utileJusquau: (r) => laPremiere(r.echeancePsp, r.dateFinCsp),
    perime: 'L’échéance du plan d’action est passée : c’est cet entretien qui est à fixer.',
    dit: null,
    engage: jamais,
  },
  C07_CONVOCATION_PSP: {
    titre: 'Convocation à l’entretien du plan d’action (PSP)',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R12',
    // A late plan is still due until the CSP ends.
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé : il n’y a plus de plan d’action à valider.',
    dit: null,
    engage: jamais,
  },
  C08_CONVOCATION_POINT_ETAPE: {
    titre: 'Convocation au point d’étape',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R13',
    utileJusquau: (r) => r.pointEtape?.fin ?? null,
    perime: 'La période du point d’étape est passée.',
    dit: cle,
    engage: jamais,
  },
  C09_CONVOCATION_BILAN: {
    titre: 'Convocation au bilan',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R22',
    utileJusquau: (r) => r.bilan?.fin ?? null,
    perime: 'La période du bilan est passée.',
    dit: cle,
    engage: finAnticipee,
  },
  C10_CONTRIBUTION: {
    titre: 'Contribution de l’employeur',
    destinataires: ['EMPLOYEUR'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C',
    decalage: 'APRES',
    regle: 'R9',
    utileJusquau: (r) => r.echeanceContributionEmployeur ?? null,
    perime: 'La date de versement est passée : c’est un rappel qui est à faire.',
    dit: cle,
    engage: jamais,
  },
  C11_PRIME: {
    titre: 'Prime de reclassement',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R17',
    utileJusquau: (r, c) => primeDuCourrier(r, 'C11_PRIME', c.base)?.limiteDemande ?? null,
    perime: 'Le délai pour demander la prime est passé.',
    dit: cle,
    engage: jamais,
  },
  C12_RAPPEL_PRIME: {
    titre: 'Rappel de la prime de reclassement',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R17',
    utileJusquau: (r, c) => primeDuCourrier(r, 'C12_RAPPEL_PRIME', c.base)?.limiteDemande ?? null,
    perime: 'Le délai pour demander la prime est passé.',
    dit: null,
    engage: jamais,
  },
  C13_FIN_CSP: {
    titre: 'Fin du CSP : préparer la réinscription',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AVANT',
    regle: 'R25',
    // From the day after, C14 says the same and the link is active.
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé : c’est le courrier suivant qui ouvre la réinscription.',
    dit: cle,
    engage: jamais,
  },
  C14_CESSATION_INSCRIPTION: {
    titre: 'Réinscription ouverte',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R25',
    // After the fifth day each day lost is a day of ARE lost: a late letter still helps, and says so.
    utileJusquau: (r) => apres(r.reinscription?.limite, DEUX_MOIS),
    perime: 'Le délai de réinscription est passé depuis deux mois.',
    dit: cle,
    engage: finAnticipee,
  },
  C15_RAPPEL_REINSCRIPTION: {
    titre: 'Rappel de la réinscription',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E + S > C',
    decalage: 'AUCUN',
    regle: 'R25',
    utileJusquau: (r) => r.reinscription?.limite ?? null,
    perime: 'Le délai de réinscription est passé.',
    dit: null,
    engage: jamais,
  },
  C16_CONFIRMATION_REINSCRIPTION: {
    titre: 'Confirmation de la réinscription',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R26',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'La réinscription date de plus d’un mois : le premier entretien a eu lieu.',
    dit: (r) => [r.reinscription?.dateEffet],
    engage: jamais,
  },
  C17_SUIVI_EMPLOI: {
    titre: 'Contact de suivi dans l’emploi',
    destinataires: ['CONSEILLER'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'T',
    decalage: 'AVANT',
    regle: 'R19',
    // The last contact falls the day after the follow-up: a month is left to make it.
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'Le contact aurait dû avoir lieu il y a plus d’un mois.',
    dit: null,
    engage: jamais,
  },
  C18_FORMATION_POURSUITE: {
    titre: 'Poursuivre sa formation après le CSP',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > C',
    decalage: 'AVANT',
    regle: 'R23',
    utileJusquau: (r) => r.reinscription?.limite ?? null,
    perime: 'Le délai de réinscription est passé : la formation est déjà interrompue.',
    dit: cle,
    engage: jamais,
  },
  PROLONGATION: {
    titre: 'Nouvelle date de fin du CSP',
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
    titre: 'Suspension du CSP',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R24',
    // Its base is `<debut>_<fin>`: once the period is over, RETOUR says more.
    utileJusquau: (_r, c) => dateCivile(c.base.slice(11)),
    perime: 'La période est terminée.',
    dit: cle,
    engage: jamais,
  },
  RETOUR: {
    titre: 'Reprise du CSP',
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
    titre: 'Retour dans le CSP après un essai rompu',
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
  REJET: {
    titre: 'Déclaration qui ne peut pas être prise en compte',
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
    titre: 'Rectification d’un courrier',
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
    titre: 'Rappel de la contribution de l’employeur',
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
  RAPPEL_ACTUALISATION: {
    titre: 'Actualisation mensuelle',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'FLOTTE',
    // A posted letter would come after the days in which it can be acted on.
    canaux: 'E > S',
    decalage: 'AUCUN',
    regle: 'R20',
    // Its base is `<mois>-OUVERTURE` or `<mois>-RAPPEL`.
    utileJusquau: (r, c) => r.actualisations?.find((a) => a.mois === c.base.slice(0, 7))?.cloture ?? null,
    perime: 'La période d’actualisation est fermée.',
    dit: null,
    engage: jamais,
  },
  RDV_CONVOCATION: {
    ...surUnRendezVous,
    titre: 'Convocation à un rendez-vous',
    canaux: 'E > S > C',
  },
  RDV_DEPLACE: {
    ...surUnRendezVous,
    titre: 'Rendez-vous déplacé',
    canaux: 'E + S > C',
  },
  RDV_ANNULE: {
    ...surUnRendezVous,
    titre: 'Rendez-vous annulé',
    canaux: 'E + S > C',
  },
  RDV_RAPPEL: {
    ...surUnRendezVous,
    titre: 'Rappel d’un rendez-vous',
    canaux: 'E + S',
    decalage: 'AVANT',
  },
  RDV_MANQUE: {
    titre: 'Rendez-vous manqué',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'RENDEZ_VOUS',
    canaux: 'E > S > C',
    decalage: 'APRES',
    regle: 'R27',
    utileJusquau: (_r, c) => apres(c.date, QUINZE_JOURS),
    perime: 'Le rendez-vous manqué date de plus de deux semaines.',
    dit: null,
    engage: jamais,
  },
  ATELIER_INSCRIPTION: {
    titre: 'Inscription à un atelier',
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'RENDEZ_VOUS',
    canaux: 'E > S > C',
    decalage: 'AUCUN',
    regle: 'S003',
    utileJusquau: jourDuRendezVous,
    perime: 'L’atelier est passé.',
    dit: null,
    engage: jamais,
  },
} as const satisfies Record<CodeCourrier, EntreeCatalogue>;

/** Those a letter is written to, by code. */
export type DestinataireDe<C extends CodeCourrier> = (typeof catalogue)[C]['destinataires'][number];

export const codesCourrier = Object.keys(catalogue) as CodeCourrier[];

/** True for a code of the catalogue. */
export const estCodeCourrier = (code: string): code is CodeCourrier => Object.hasOwn(catalogue, code);

/** The entry of a code, in the registry's common shape; throws on an unknown code, which is a bug. */
export function entreeCatalogue(code: string): EntreeCatalogue {
  if (!estCodeCourrier(code)) throw new Error(`Code de courrier inconnu : ${code}`);
  return catalogue[code];
}
