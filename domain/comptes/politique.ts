import type { CodeErreur } from '../faits/erreurs';
import { libellesRoles, type Role, roles } from './roles';

/** Those who follow people. */
const SUIVI = ['CONSEILLER', 'RESPONSABLE'] as const satisfies readonly Role[];
/** Those who read dossiers. */
const LECTURE = [...SUIVI, 'JURISTE', 'LECTURE_SEULE'] as const satisfies readonly Role[];
const EXPLOITANTS = ['EXPLOITATION', 'ADMINISTRATEUR'] as const satisfies readonly Role[];
/** Whoever holds an account, and before it signs in. */
const TOUS = roles;
/** What a machine alone does. */
const PERSONNE: readonly Role[] = [];

/**
 * Who may do what: each use case by the name of its file, and what is only read (`lire-…`). Dossiers, in all of them, are those of the
 * account's agency: another one's is not forbidden, it is not found.
 */
export const politique = {
  'lire-portefeuille': LECTURE,
  'lire-dossier': LECTURE,
  'lire-audit': ['RESPONSABLE'],
  'lire-taches-laissees': ['RESPONSABLE'],
  // What the engine keeps of journeys, in clear: birth dates and facts, no name. Each reading is in the audit trail.
  'lire-histoires': ['EXPLOITATION'],
  'lire-boite-locale': SUIVI,
  // Numbers, dates and ids of accounts.
  'lire-effacements': ['RESPONSABLE', 'ADMINISTRATEUR', 'EXPLOITATION'],
  'achever-inacheves': PERSONNE,
  'adopter-reglement': SUIVI,
  'agir-sur-un-dossier': SUIVI,
  'ajouter-au-plan': SUIVI,
  'annuler-rendez-vous': SUIVI,
  'bloquer-courriers': ['EXPLOITATION'],
  'bloquer-rappels': SUIVI,
  'changer-coordonnees': SUIVI,
  'changer-le-plan': SUIVI,
  'chercher-doublons': SUIVI,
  'composer-document': LECTURE,
  'choisir-mot-de-passe': TOUS,
  confier: SUIVI,
  'confier-tache': SUIVI,
  // By number: the administrator sees nobody's identity, and is the other pair of eyes of an agency that has one manager.
  'confirmer-effacement': ['RESPONSABLE', 'ADMINISTRATEUR'],
  conserver: ['EXPLOITATION'],
  'creer-compte': ['ADMINISTRATEUR'],
  'declarer-actualisation': SUIVI,
  // She knows who the person is, and that it is she who asks.
  'demander-effacement': ['RESPONSABLE'],
  'deplacer-rendez-vous': SUIVI,
  'desactiver-compte': ['ADMINISTRATEUR'],
  'enregistrer-organisation': ['ADMINISTRATEUR'],
  entrer: TOUS,
  'entrer-par-identite': TOUS,
  'etudier-impact': ['JURISTE'],
  'etudier-impact-du-code': ['JURISTE'],
  'faire-une-action': SUIVI,
  'faire-une-demarche': SUIVI,
  'exporter-portefeuille': SUIVI,
  importer: SUIVI,
  'importer-actualisations': SUIVI,
  'installer-espace': PERSONNE,
  'lancer-tournee': ['EXPLOITATION'],
  'liberer-interruptions': ['RESPONSABLE', 'EXPLOITATION'],
  'lier-identite': TOUS,
  'lister-bloques': EXPLOITANTS,
  'manquer-rendez-vous': SUIVI,
  noter: SUIVI,
  ouvrir: SUIVI,
  'planifier-rendez-vous': SUIVI,
  'preparer-formation': SUIVI,
  'previsualiser-ouverture': SUIVI,
  'previsualiser-un-acte': SUIVI,
  'proteger-compte': TOUS,
  // After a restoration: by the keys of letters, which name nobody.
  'rapprocher-courriers': ['EXPLOITATION'],
  // For a request of access, which she answers.
  'rassembler-donnees': ['RESPONSABLE'],
  'recevoir-piece': SUIVI,
  'recevoir-rebond': PERSONNE,
  'regler-rappels-actualisation': SUIVI,
  'reinitialiser-compte': ['ADMINISTRATEUR'],
  'rejouer-effacements': ['EXPLOITATION'],
  'relever-mesures': PERSONNE,
  'relever-sante': EXPLOITANTS,
  'renoncer-effacement': ['RESPONSABLE', 'ADMINISTRATEUR'],
  'promouvoir-version': ['EXPLOITATION'],
  'reporter-tache': SUIVI,
  'retenir-courrier': SUIVI,
  'tenir-rendez-vous': SUIVI,
  'terminer-tache': SUIVI,
  'verifier-audit': EXPLOITANTS,
  'verifier-cles': ['EXPLOITATION'],
  'verifier-coherence': ['EXPLOITATION'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something that may be done with Jalon. */
export type Usage = keyof typeof politique;

/** Whether a role may do something. */
export const peut = (role: Role, usage: Usage): boolean => (politique[usage] as readonly Role[]).includes(role);

/** What a role that may do none of these is told: who may. */
export function usageNonPermis(role: Role, usages: readonly Usage[]): CodeErreur {
  const permis = roles.filter((autre) => usages.some((usage) => peut(autre, usage)));
  return `USAGE_NON_PERMIS:${[role, ...permis].map((nom) => libellesRoles[nom]).join(':')}`;
}
