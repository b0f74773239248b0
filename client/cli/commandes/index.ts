import type { Command } from 'commander';
import type { Console } from '../sortie';

/** A command, known by its summary until it is asked for: loading all of them would slow each one down. */
export interface Entree {
  resume: string;
  charger(): (commande: Command, console: Console) => Command;
}

/** Every command, in the order of the help. Loaded by require: only it is hooked by the launcher. */
export const commandes: Readonly<Record<string, Entree>> = {
  ouvrir: {
    resume: 'ouvre un parcours à partir d’un document JSON',
    charger: () => (require('./ouvrir') as typeof import('./ouvrir')).ouvrir,
  },
  importer: {
    resume: 'ouvre les parcours d’un portefeuille CSV, après un rapport',
    charger: () => (require('./importer') as typeof import('./importer')).importer,
  },
  consigner: {
    resume: 'consigne un événement dans un dossier',
    charger: () => (require('./actes') as typeof import('./actes')).consigner,
  },
  corriger: {
    resume: 'remplace un événement déjà consigné',
    charger: () => (require('./actes') as typeof import('./actes')).corriger,
  },
  annuler: {
    resume: 'annule une entrée du journal',
    charger: () => (require('./actes') as typeof import('./actes')).annuler,
  },
  rectifier: {
    resume: 'rectifie des champs de l’ouverture',
    charger: () => (require('./actes') as typeof import('./actes')).rectifier,
  },
  coordonnees: {
    resume: 'montre ou change les coordonnées d’un dossier',
    charger: () => (require('./coordonnees') as typeof import('./coordonnees')).coordonnees,
  },
  rappels: {
    resume: 'bloque les rappels à une personne, règle ceux des actualisations d’une agence',
    charger: () => (require('./rappels') as typeof import('./rappels')).rappels,
  },
  referent: {
    resume: 'confie des dossiers à un autre référent',
    charger: () => (require('./referent') as typeof import('./referent')).referent,
  },
  confirmer: {
    resume: 'confirme, en seconde personne, une sortie pour manquement, fausse déclaration ou décès',
    charger: () => (require('./actes') as typeof import('./actes')).confirmer,
  },
  'confirmer-silence': {
    resume: 'confirme qu’aucune réponse n’est arrivée',
    charger: () => (require('./actes') as typeof import('./actes')).confirmerSilence,
  },
  'fermer-par-erreur': {
    resume: 'ferme un dossier ouvert par erreur, et arrête tout ce qui devait en partir',
    charger: () => (require('./actes') as typeof import('./actes')).fermerParErreur,
  },
  donnees: {
    resume: 'rassemble tout ce que Jalon garde d’une personne, pour une demande d’accès',
    charger: () => (require('./donnees') as typeof import('./donnees')).donnees,
  },
  effacer: {
    resume: 'efface une personne : demandé par l’une, confirmé par une autre, fait et vérifié partout',
    charger: () => (require('./effacer') as typeof import('./effacer')).effacer,
  },
  previsualiser: {
    resume: 'montre ce qu’un événement changerait, sans rien enregistrer',
    charger: () => (require('./previsualiser') as typeof import('./previsualiser')).previsualiser,
  },
  projeter: {
    resume: 'dit ce qui arrivera à un dossier si personne ne fait rien',
    charger: () => (require('./projeter') as typeof import('./projeter')).projeter,
  },
  adopter: {
    resume: 'fait adopter à des dossiers d’autres paramètres que ceux de leur règlement',
    charger: () => (require('./adopter') as typeof import('./adopter')).adopter,
  },
  impact: {
    resume: 'dit quelles dates bougeraient sous d’autres paramètres, ou ce que le code enverrait',
    charger: () => (require('./impact') as typeof import('./impact')).impact,
  },
  reglements: {
    resume: 'montre les règlements connus, ou vérifie un fichier de règlement',
    charger: () => (require('./reglements') as typeof import('./reglements')).reglements,
  },
  voir: {
    resume: 'montre où en est un dossier',
    charger: () => (require('./voir') as typeof import('./voir')).voir,
  },
  expliquer: {
    resume: 'dit pourquoi chaque date, chaque refus : règle, calcul, source',
    charger: () => (require('./expliquer') as typeof import('./expliquer')).expliquer,
  },
  courriers: {
    resume: 'montre les courriers d’un dossier',
    charger: () => (require('./courriers') as typeof import('./courriers')).courriers,
  },
  document: {
    resume: 'fait un document d’un dossier : carnet, PSP, point d’étape, bilan, mes dates',
    charger: () => (require('./document') as typeof import('./document')).document,
  },
  rdv: {
    resume: 'planifie, déplace, annule un rendez-vous, le note tenu ou manqué',
    charger: () => (require('./rdv') as typeof import('./rdv')).rdv,
  },
  plan: {
    resume: 'ajoute, change, dit faite ou retire une action du plan d’un dossier',
    charger: () => (require('./plan') as typeof import('./plan')).plan,
  },
  formation: {
    resume: 'suit les formations qu’une personne prépare : financement, démarches, abandon',
    charger: () => (require('./formation') as typeof import('./formation')).formation,
  },
  actualiser: {
    resume: 'enregistre les actualisations mensuelles, une par une ou par liste',
    charger: () => (require('./actualiser') as typeof import('./actualiser')).actualiser,
  },
  liste: {
    resume: 'liste les dossiers, l’échéance la plus proche d’abord',
    charger: () => (require('./liste') as typeof import('./liste')).liste,
  },
  doublons: {
    resume: 'cherche les dossiers qui parlent sans doute de la même personne',
    charger: () => (require('./doublons') as typeof import('./doublons')).doublons,
  },
  taches: {
    resume: 'liste les tâches des conseillers, ou en termine une',
    charger: () => (require('./taches') as typeof import('./taches')).taches,
  },
  sante: {
    resume: 'dit ce qui répond, ce qui n’avance pas et pourquoi',
    charger: () => (require('./sante') as typeof import('./sante')).sante,
  },
  interruptions: {
    resume: 'montre les interruptions de plusieurs heures, et libère ce qui attend depuis',
    charger: () => (require('./interruptions') as typeof import('./interruptions')).interruptions,
  },
  installer: {
    resume: 'prépare le registre et le moteur avant un premier démarrage, ou après une mise à jour',
    charger: () => (require('./installer') as typeof import('./installer')).installer,
  },
  coherence: {
    resume: 'compare le registre et le moteur, et répare ce qui peut l’être',
    charger: () => (require('./coherence') as typeof import('./coherence')).coherence,
  },
  rejouer: {
    resume: 'rejoue les parcours vivants avec ce code, avant de le déployer',
    charger: () => (require('./rejouer') as typeof import('./rejouer')).rejouer,
  },
  versions: {
    resume: 'dit quelles versions de workers le moteur connaît, et en promeut une',
    charger: () => (require('./versions') as typeof import('./versions')).versions,
  },
  cles: {
    resume: 'dit quelles clés du codec servent encore, et lesquelles peuvent être retirées',
    charger: () => (require('./cles') as typeof import('./cles')).cles,
  },
  conservation: {
    resume: 'dit ce qui a passé sa durée de conservation, ou l’efface',
    charger: () => (require('./conservation') as typeof import('./conservation')).conservation,
  },
  agences: {
    resume: 'liste les agences et les référents, ou les enregistre',
    charger: () => (require('./agences') as typeof import('./agences')).agences,
  },
  comptes: {
    resume: 'ouvre, ferme et liste les comptes de l’outil web',
    charger: () => (require('./comptes') as typeof import('./comptes')).comptes,
  },
  audit: {
    resume: 'vérifie le journal d’audit, ou dit qui a vu un dossier',
    charger: () => (require('./audit') as typeof import('./audit')).audit,
  },
  absence: {
    resume: 'dit qui remplace un référent absent : ajouter, lister, retirer',
    charger: () => (require('./absence') as typeof import('./absence')).absence,
  },
  flotte: {
    resume: 'lance à la main une tournée d’actualisation manquée',
    charger: () => (require('./flotte') as typeof import('./flotte')).flotte,
  },
  droits: {
    resume: 'estime les montants : allocation, droits restants, prime, IDR, préavis',
    charger: () => (require('./droits') as typeof import('./droits')).droits,
  },
  calculer: {
    resume: 'calcule des scénarios lus sur l’entrée standard, sans serveur',
    charger: () => (require('./calculer') as typeof import('./calculer')).calculer,
  },
  simuler: {
    resume: 'déroule une année entière en quelques secondes',
    charger: () => (require('./simuler') as typeof import('./simuler')).simuler,
  },
};
