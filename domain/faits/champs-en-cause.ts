import type { NomChampDossier } from '../dossier/dossier';
import type {
  phrasesActe,
  phrasesAlerte,
  phrasesCourriers,
  phrasesErreur,
  phrasesForme,
  phrasesImport,
  phrasesMessage,
  phrasesParametrees,
  phrasesRegle,
  phrasesRendezVous,
} from './erreurs';
import type { phrasesComptes } from './phrases-comptes';
import type { phrasesEffacement } from './phrases-effacement';
import type { Evenement } from './types';

type NomsDe<E> = E extends unknown ? Extract<keyof E, string> : never;
/** A field of an event. */
export type NomChampEvenement = NomsDe<Evenement>;
/** A field of an account, or of the way in. */
type NomChampCompte = 'identifiant' | 'adresse' | 'role' | 'motDePasse' | 'encore' | 'code';
/** A field of an appointment, of an actualisation, or of what is asked beside the dossier. */
type NomChampAutour =
  | 'sorte'
  | 'mode'
  | 'jour'
  | 'heure'
  | 'duree'
  | 'lieu'
  | 'lien'
  | 'tenuLe'
  | 'mois'
  | 'auteur'
  | 'source'
  | 'jeu'
  | 'evenements'
  | 'reference'
  | 'identite.telephone'
  | 'agence'
  | 'referent'
  | 'numero'
  | 'jusquau'
  | NomChampCompte;

type NomChamp = NomChampDossier | NomChampEvenement | NomChampAutour;
/** The fields that a code speaks of; null when it speaks of none. */
type EnCause = readonly [NomChamp, ...NomChamp[]] | null;

type Code = keyof (typeof phrasesForme &
  typeof phrasesRegle &
  typeof phrasesErreur &
  typeof phrasesMessage &
  typeof phrasesActe &
  typeof phrasesEffacement &
  typeof phrasesCourriers &
  typeof phrasesRendezVous &
  typeof phrasesImport &
  typeof phrasesComptes &
  typeof phrasesAlerte);

/** The day of a fact, whatever its type calls it. */
const JOUR = ['date', 'debut'] as const;

/**
 * What each code of the catalogue speaks of, so that a refusal is said where it can be mended; a code without a line does not
 * compile. Of the fields named, those that the event or the form has.
 */
const enCause: Readonly<Record<Code, EnCause>> = {
  TYPE_INCONNU: ['type'],
  DATE_INVALIDE: ['date', 'debut', 'fin', 'essaiJusquau'],
  // Which one is missing depends on the event: `verifierForme` says it.
  CHAMP_MANQUANT: null,
  PERIODE_INVERSEE: ['debut', 'fin'],
  MOTIF_INCONNU: ['motif'],
  REPONSE_INCONNUE: ['reponse', 'decision'],
  NATURE_INCONNUE: ['nature'],
  CDI_AVEC_TERME: ['fin'],

  REPONSE_AVANT_REMISE: ['date'],
  REPONSE_HORS_DELAI: ['date'],
  RETRACTATION_NON_PREVUE: ['reponse'],
  SALARIE_NON_PROTEGE: null,
  AVANT_CSP: JOUR,
  HORS_CSP: JOUR,
  EMPLOI_EN_COURS: JOUR,
  CONTRAT_EN_DOUBLE: ['contratId'],
  CONTRAT_INCONNU: ['contratId'],
  DATE_HORS_CONTRAT: ['date'],
  HORS_PERIODE_ESSAI: ['date'],
  AUCUNE_SUSPENSION_OUVERTE: ['date'],
  PRIME_SANS_EMPLOI_DURABLE: ['contratId'],
  PRIME_PREMATUREE: ['date'],
  REINSCRIPTION_PREMATUREE: ['date'],
  REINSCRIPTION_EN_DOUBLE: null,

  SCENARIO_ILLISIBLE: null,
  AUCUN_REGLEMENT: ['reglement', 'dateEngagementProcedure', 'dateRemise'],
  MODE_INCONNU: ['modeProposition'],
  REMISE_AVANT_ENGAGEMENT: ['dateRemise', 'dateEngagementProcedure'],
  MOTIF_NON_ELIGIBLE: ['motifRupture'],
  CONGE_DE_RECLASSEMENT: ['effectifEntreprise', 'procedureCollective'],
  AFFILIATION_INSUFFISANTE: ['joursAffiliation', 'heuresAffiliation', 'reliquatAre'],
  RESIDENCE_NON_ELIGIBLE: ['residence'],
  INAPTE: ['apteEmploi'],
  RETRAITE_TAUX_PLEIN: ['dateTauxPlein'],
  BASSIN_NON_RETENU: ['bassinEmploi'],
  CONTRAT_NON_ROMPU: ['finContratPrevue'],

  DOSSIER_OUVERT_PAR_ERREUR: null,
  FAIT_REMPLACE: null,
  MESSAGE_ILLISIBLE: null,
  MESSAGE_INDECHIFFRABLE: null,
  COHERENCE_SANS_REPONSE: null,
  ESPACE_NON_PERMIS: null,
  VERSION_NON_PERMISE: null,
  IDENTIFIANT_INVALIDE: null,
  // Any text of the message may be the one.
  CARACTERE_INTERDIT: null,
  TEXTE_TROP_LONG: null,
  DONNEES_REFUSEES: null,
  IDENTIFIANT_DEJA_PRIS: null,
  FAIT_INCONNU: null,
  REINSCRIPTION_EFFECTIVE: null,
  SECONDE_PERSONNE_REQUISE: null,
  CONFIRMATION_INUTILE: null,
  CONFIRMATION_MEME_PERSONNE: ['auteur'],
  CONFIRMATION_DEFINITIVE: null,
  RECTIFICATION_VIDE: null,
  SURCHARGE_VIDE: ['jeu'],
  REGLEMENT_DIFFERENT: ['jeu'],

  ABSENCE_INCONNUE: ['numero'],
  ABSENCE_EN_DOUBLE: ['debut', 'fin'],
  ABSENCE_EN_BOUCLE: null,
  DOSSIER_CHANGE: null,
  DOSSIER_INCONNU: ['numero'],
  TOURNEE_TROP_TOT: null,
  TOURNEE_TROP_TARD: null,
  ACTION_INCONNUE: null,
  ACTION_CHANGEE: null,
  FORMATION_INCONNUE: null,
  FORMATION_CHANGEE: null,
  TACHE_INCONNUE: null,
  TACHE_CLOSE: null,
  TACHE_SANS_MOTIF: ['motif'],
  DOCUMENT_OUVERTURE_EN_COURS: null,
  DOCUMENT_IDENTITE_EFFACEE: null,
  DOCUMENT_SANS_CSP: null,
  FILTRE_INCONNU: null,
  REPRISE_SANS_REPONSE: ['evenements'],

  EFFACEMENT_PARCOURS_VIVANT: null,
  EFFACEMENT_DEJA_DEMANDE: null,
  EFFACEMENT_PAS_DEMANDE: null,
  EFFACEMENT_MEME_PERSONNE: ['auteur'],
  EFFACEMENT_CONFIRME: null,
  EFFACEMENT_DEJA_FAIT: null,
  EFFACEMENT_MOTIF_INCONNU: ['motif'],

  COURRIER_INCONNU: null,
  COURRIER_DEJA_TRAITE: null,
  COURRIER_NON_RETENU: null,
  CODE_COURRIER_INCONNU: ['code'],
  RAPPELS_JUSQUAU_PASSE: ['jusquau'],
  RAPPELS_NON_BLOQUES: null,
  SUSPENSION_INCONNUE: null,

  RDV_INCONNU: null,
  RDV_OUVERTURE_EN_COURS: null,
  RDV_PASSE: ['jour'],
  RDV_TROP_LOIN: ['jour'],
  RDV_HEURE_INVALIDE: ['heure'],
  RDV_DUREE_INVALIDE: ['duree'],
  RDV_LIEU_MANQUANT: ['lieu'],
  RDV_LIEN_MANQUANT: ['lien'],
  RDV_LIEN_INVALIDE: ['lien'],
  RDV_TELEPHONE_MANQUANT: ['mode'],
  RDV_SANS_CSP: ['sorte'],
  RDV_AVANT_ACCEPTATION: ['sorte'],
  RDV_AVANT_CSP: ['sorte'],
  RDV_HORS_CSP: ['sorte'],
  RDV_DECES: null,
  RDV_CLOS: null,
  RDV_PAS_COMMENCE: null,
  RDV_TENU_LE_INVALIDE: ['tenuLe'],
  RDV_CHANGE: null,
  RDV_JOUR_NON_OUVRE: ['jour'],
  RDV_HEURE_INHABITUELLE: ['heure'],
  RDV_PENDANT_SUSPENSION: ['jour'],
  RDV_CHEVAUCHE: ['heure'],
  RDV_REFERENT_OCCUPE: ['heure'],
  RDV_HORS_DELAI: ['jour'],
  RDV_ANNONCE_TARDIVE: ['jour'],
  RDV_EN_DOUBLE: ['sorte'],
  ACTUALISATION_MOIS_INVALIDE: ['mois'],
  ACTUALISATION_FUTURE: ['jour'],
  ACTUALISATION_PREMATUREE: ['jour'],
  ACTUALISATION_SANS_OBJET: ['mois'],

  DOCUMENT_ILLISIBLE: null,
  FICHIER_VIDE: null,
  FICHIER_ILLISIBLE: null,
  FICHIER_TROP_GROS: null,
  FICHIER_CLASSEUR: null,
  EN_TETE_INCOMPLET: null,
  TELEPHONE_SANS_SMS: ['identite.telephone'],
  TROP_DE_CELLULES: null,
  LIGNE_EN_DOUBLE: null,
  PERSONNE_DEJA_CONNUE: null,
  COORDONNEES_DIFFERENTES: null,
  REFERENCE_ARRONDIE: ['reference'],
  LIGNE_EN_PANNE: null,
  IMPORT_ARRETE: null,

  REGLEMENT_ECHU_A_CONFIRMER: ['dateEngagementProcedure'],
  ACCEPTATION_DANS_LE_REPORT: ['date'],
  REMISE_HORS_DATE: ['dateRemise', 'dateDecisionPse'],
  REMISE_TARDIVE_MATERNITE: ['dateRemise', 'finCongeMaternite'],
  PRE_BILAN_HORS_DELAI: ['date'],
  PSP_HORS_DELAI: ['date'],
  PSP_SANS_PRE_BILAN: null,
  POINT_ETAPE_HORS_FENETRE: ['date'],
  BILAN_HORS_FENETRE: ['date'],
  CONGES_DEPASSES: ['debut', 'fin'],
  TAUX_PLEIN_PENDANT_CSP: ['dateTauxPlein'],
  REINTEGRATION_IMPOSSIBLE_TERME_DEPASSE: ['date'],

  COMPTE_EN_DOUBLE: ['identifiant'],
  COMPTE_INCONNU: ['identifiant'],
  COMPTE_IDENTIFIANT_INVALIDE: ['identifiant'],
  COMPTE_ADRESSE_INVALIDE: ['adresse'],
  COMPTE_ADRESSE_EN_DOUBLE: ['adresse'],
  COMPTE_ROLE_INCONNU: ['role'],
  COMPTE_SANS_AGENCE: ['agence'],
  COMPTE_AVEC_AGENCE: ['agence'],
  MOT_DE_PASSE_COURT: ['motDePasse'],
  MOT_DE_PASSE_LONG: ['motDePasse'],
  MOT_DE_PASSE_COURANT: ['motDePasse'],
  MOT_DE_PASSE_DEVINABLE: ['motDePasse'],
  MOTS_DE_PASSE_DIFFERENTS: ['encore'],
  CODE_FAUX: ['code'],
  // Whoever is kept out is not told which of them is wrong.
  ENTREE_REFUSEE: null,
  ENTREE_RALENTIE: null,
  ENTREE_ABANDONNEE: null,
  ENTREE_PERDUE: null,
  SECOND_FACTEUR_DEJA_POSE: null,
  AUTEUR_AUTRE: ['auteur'],
  IDENTITE_INCONNUE: null,
  IDENTITE_EN_DOUBLE: null,
  IDENTITE_PEU_SURE: null,
  LIEN_ENTREE_INCONNU: null,
};

/** Of codes written `CODE:x`: the field that `x` is a value of; true when `x` names the field itself. */
const enCauseParametree: Readonly<Record<keyof typeof phrasesParametrees, EnCause | true>> = {
  CARACTERE_INTERDIT: true,
  TEXTE_TROP_LONG: true,
  VALEUR_CHANGEE: true,
  ATTRIBUT_AUTRE_TYPE: null,
  VERSION_SANS_WORKER: null,
  MESSAGE_INCONNU: null,
  USAGE_NON_PERMIS: null,
  AGENCE_INCONNUE: ['agence'],
  REFERENT_INCONNU: ['referent'],
  CHAMP_INCONNU: true,
  COLONNE_MANQUANTE: true,
  COLONNE_EN_DOUBLE: true,
  CHAMP_MANQUANT: true,
  CHAMP_INVALIDE: true,
  TROP_LONG: true,
  FILTRE_INVALIDE: true,
  FILTRE_EN_DOUBLE: true,
  REFERENCE_AUTRE_PERSONNE: ['reference'],
  CHAMP_DOUTEUX: true,
  TEXTE_DOUTEUX: true,
  DATE_INVALIDE: true,
  REGLEMENT_INCONNU: ['reglement'],
  REGLEMENT_EN_DOUBLE: ['reglement'],
  REGLEMENT_ANTERIEUR: ['reglement'],
  SOURCE_MANQUANTE: true,
  SURCHARGE_INCONNUE: true,
  SURCHARGE_INVALIDE: true,
};

/** Names of the fields that a code speaks of, `CODE:x` included; none when it speaks of none, or is no code of the catalogue. */
export function champsEnCause(code: string): readonly string[] {
  const [racine, ...suite] = code.split(':') as [string, ...string[]];
  const table: Readonly<Record<string, EnCause | true>> = suite.length > 0 ? enCauseParametree : enCause;
  const dits = Object.hasOwn(table, racine) ? table[racine] : null;
  // What follows the field, of a limit, is the limit.
  const champ = racine === 'TROP_LONG' ? suite[0]! : suite.join(':');
  return dits === true ? [champ] : (dits ?? []);
}
