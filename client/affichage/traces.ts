import { actes } from '../../domain/faits/actes';
import type { Trace } from '../../registre';

const ACTES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(actes).map(({ trace, description }) => [trace, description])),
  ACTION_AJOUTER: 'Ajouter une action au plan',
  ACTION_CHANGER: 'Changer une action du plan',
  ACTION_FAITE: 'Noter une action du plan comme faite',
  ACTION_RETIRER: 'Retirer une action du plan',
  ACTUALISATION: 'Enregistrer une actualisation',
  BLOQUER_RAPPELS: 'Bloquer les rappels à la personne',
  CONFIER: 'Confier le dossier à un autre référent',
  CONFIER_TACHE: 'Confier une tâche à un collègue',
  COORDONNEES: 'Changer les coordonnées',
  DEBLOQUER_RAPPELS: 'Laisser repartir les rappels à la personne',
  DEMARCHE_FAITE: 'Noter une démarche de formation comme faite',
  DEMARCHE_RETIRER: 'Noter une démarche de formation comme non faite',
  EFFACER: 'Effacer le dossier',
  EFFACER_CONFIRMER: 'Confirmer l’effacement du dossier',
  EFFACER_DEMANDER: 'Demander l’effacement du dossier',
  EFFACER_REJOUER: 'Effacer de nouveau le dossier, revenu d’une copie',
  EFFACER_RENONCER: 'Renoncer à effacer le dossier',
  FORMATION_ABANDONNER: 'Abandonner une formation en préparation',
  FORMATION_CHANGER: 'Changer une formation en préparation',
  FORMATION_PREPARER: 'Préparer une formation',
  LIBERER_COURRIER: 'Libérer un courrier',
  NOTE_AJOUTER: 'Noter un contact',
  NOTE_RETIRER: 'Retirer une note de contact',
  PIECE_RECUE: 'Noter une pièce comme reçue',
  PIECE_RETIREE: 'Noter une pièce comme non reçue',
  RASSEMBLER_DONNEES: 'Rassembler toutes les données de la personne',
  RATTRAPER: 'Reprendre ce que le registre savait',
  RDV_ANNULER: 'Annuler un rendez-vous',
  RDV_DEPLACER: 'Déplacer un rendez-vous',
  RDV_MANQUE: 'Noter un rendez-vous comme manqué',
  RDV_PLANIFIER: 'Planifier un rendez-vous',
  RDV_TENU: 'Noter un rendez-vous comme tenu',
  REPORTER_TACHE: 'Reporter une tâche',
  RESTAURER_COURRIER: 'Réécrire un courrier perdu',
  RETENIR_COURRIER: 'Retenir un courrier',
  RETROUVER_COURRIER: 'Noter comme parti un courrier retrouvé dans un journal',
  TERMINER_TACHE: 'Terminer une tâche',
};

const VUES: readonly [RegExp, string][] = [
  [/^dossier$/, 'Voir le dossier'],
  [/^contenus\//, 'Voir un courrier tel qu’il est parti'],
  [/^documents\//, 'Voir un document'],
  [/^coordonnees$/, 'Voir les coordonnées'],
  [/^audit$/, 'Voir qui a vu le dossier'],
  [/^jalon audit /, 'Voir qui a vu le dossier'],
  [/^jalon /, 'Voir le dossier, en ligne de commande'],
  [/./, 'Ouvrir un formulaire'],
];

/** What a line of the audit trail says of a dossier, in words. */
export function traceEnClair({ acte, details }: Pick<Trace, 'acte' | 'details'>): string {
  if (acte !== 'VOIR') return ACTES[acte] ?? acte;
  return VUES.find(([page]) => page.test(String(details.page)))![1];
}
