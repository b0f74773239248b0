export * from './absences';
export {
  type ActionInscrite,
  type ActionNouvelle,
  type ActionVue,
  ajouterAction,
  changerAction,
  faireAction,
  listerActions,
  retirerAction,
} from './actions';
export * from './actualisations';
export {
  type CourriersEnAttente,
  courriersEnAttente,
  courriersNonPartis,
  type Fenetre,
  type NonPartis,
  parcoursEnRetard,
  plusAnciensVivants,
} from './attente';
export * from './audit';
export * from './blocages';
export {
  type BlocageRappels,
  blocagesRappelsEnCours,
  bloquerRappels,
  debloquerRappels,
  type RappelsBloques,
} from './blocages-rappels';
export { type AvantPasse, type Circonstances, lireAvantPasse, lireCirconstances } from './circonstances';
export {
  type Compte,
  type CompteNouveau,
  changerEmpreinte,
  clesDesSecondsFacteurs,
  compteDeLAdresse,
  comptesDeDemonstration,
  creerCompte,
  desactiverCompte,
  listerComptes,
  nomsDe,
  poserSecondFacteur,
  type SuiteCompte,
  userCode,
} from './comptes';
export { confierDossiers, type DossiersConfies, type DossiersVises, viserDossiers } from './confier';
export { type Contenu, lireContenu } from './contenus';
export * from './courriers';
export * from './courriers-lus';
export * from './courriers-perdus';
export * from './donnees-refusees';
export * from './dossiers';
export * from './effacement/conservation';
export * from './effacement/demandes';
export { type DonneesDuDossier, donneesDuDossier } from './effacement/donnees';
export { effacerAuRegistre, estFini, type SuiteEffacement } from './effacement/effacer';
export { ErreurRegistre, estAbsent, estMalformee } from './erreur';
export { dernierPoint, faitsDuPoint } from './faits-du-point';
export { demanderFeuVert } from './feu-vert';
export * from './flotte';
export {
  abandonnerFormation,
  type ContenuFormation,
  changerFormation,
  type FormationInscrite,
  formationsDe,
  inscrireDemarche,
  inscrireFormation,
  retirerDemarche,
} from './formations';
export { heureDuRegistre } from './heure';
export { compteDeLIdentite, lierIdentite, type SuiteLien, type SujetDeLIdentite } from './identites';
export * from './interruptions';
export { nouveauJeton } from './jetons';
export * from './liste';
export * from './lots';
export * from './messages-en-attente';
export * from './messages-inconnus';
export * from './migrer';
export { type MoisADeclarer, moisADeclarer } from './mois-a-declarer';
export * from './notes';
export {
  enregistrerAgence,
  enregistrerReferent,
  listerAgences,
  listerReferents,
  reglerRappelsActualisation,
} from './organisation';
export * from './ouverture';
export { type OptionsRegistre, ouvrirRegistre, type Registre, toutOuRien } from './ouvrir';
export * from './personnes';
export { type PersonneConnue, personnesConnues } from './personnes-connues';
export * from './pieces';
export type { PiecesEtFormations } from './pieces-et-formations';
export { disquePlein } from './place';
export * from './points-du-matin';
export * from './prochains-rendez-vous';
export {
  clesPartiesDepuis,
  courriersARapprocher,
  type DepartRetrouve,
  messageIdsConnus,
  noterDepartRetrouve,
} from './rapprochement';
export * from './rebonds';
export * from './refus';
export { completerRemises, type EnvoiAcheve } from './remises/completer';
export * from './rendez-vous';
export { courriersDesRendezVous, etatRendezVous } from './rendez-vous-courriers';
export * from './resume';
export * from './retards';
export * from './retenues';
export { type FauteAudit, scellerAudit, type VerificationAudit, verifierAudit } from './sceaux';
export type { StatutDossier, StatutEnvoi, StatutInscrit, StatutTache, TypeContenu } from './schema';
export { type ChoseAFaire, type DemandeSemaine, lireSemaine, type Semaine } from './semaine';
export {
  creerLienEntree,
  DUREE_SESSION_MS,
  fermerSession,
  INACTIVITE_MS,
  lireLienEntree,
  lireSession,
  ouvrirSession,
  type Session,
} from './sessions';
export * from './situation';
export * from './taches';
export * from './taches-adresse';
export { type EtatVivant, etatsVivants, type ParcoursVivant, parcoursVivants } from './vivants';
