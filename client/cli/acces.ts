import type { Usage } from '../../domain/comptes/politique';
import { estUnFichier, estUnNumero } from './numero-ou-fichier';

/** LIBRE: needs no account, and touches neither dossier nor account. Of several, any one will do. */
export type Acces = Usage | 'LIBRE' | readonly Usage[];

/** What was typed after the command: its options, and its words by the name of their argument. */
export interface Tapes {
  options: Readonly<Record<string, unknown>>;
  mots: Readonly<Record<string, readonly string[]>>;
}
type Selon = (tapes: Tapes) => Acces;

const siDossier: Selon = ({ mots }) => (estUnNumero(mots.dossier?.[0] ?? '') ? 'lire-dossier' : 'LIBRE');
const siCoordonnees: Selon = ({ options }) =>
  Object.keys(options).some((nom) => nom !== 'auteur' && nom !== 'json') ? 'changer-coordonnees' : 'lire-dossier';

/** Who may stop all letters may stop one: its key names nobody, and its journey may be about to send it a second time. */
const UNE_LETTRE = ['retenir-courrier', 'bloquer-courriers'] as const satisfies readonly Usage[];

const surUneTache: Selon = ({ options: { faite, reporter, confier } }) =>
  faite !== undefined
    ? 'terminer-tache'
    : reporter !== undefined
      ? 'reporter-tache'
      : confier !== undefined
        ? 'confier-tache'
        : 'lire-portefeuille';

const surUnEffacement: Selon = ({ options: { confirmer, renoncer, rejouer, liste } }) => {
  if (confirmer) return 'confirmer-effacement';
  if (renoncer) return 'renoncer-effacement';
  if (rejouer) return 'rejouer-effacements';
  return liste ? 'lire-effacements' : 'demander-effacement';
};

/** What each command is for: who may do that may run it. One that is not here runs for nobody. */
export const acces: Readonly<Record<string, Acces | Selon>> = {
  'absence ajouter': 'confier',
  'absence lister': 'lire-portefeuille',
  'absence retirer': 'confier',
  actualiser: ({ options }) => (options.fichier === undefined ? 'declarer-actualisation' : 'importer-actualisations'),
  adopter: 'adopter-reglement',
  agences: ({ mots }) => (mots.organisation?.length ? 'enregistrer-organisation' : 'entrer'),
  annuler: 'agir-sur-un-dossier',
  'audit dossier': 'lire-audit',
  'audit verifier': 'verifier-audit',
  calculer: 'LIBRE',
  'cles verifier': 'verifier-cles',
  coherence: 'verifier-coherence',
  'comptes creer': 'creer-compte',
  'comptes desactiver': 'desactiver-compte',
  'comptes lister': 'creer-compte',
  'comptes reinitialiser': 'reinitialiser-compte',
  confirmer: 'agir-sur-un-dossier',
  'confirmer-silence': 'agir-sur-un-dossier',
  conservation: 'conserver',
  consigner: 'agir-sur-un-dossier',
  coordonnees: siCoordonnees,
  corriger: 'agir-sur-un-dossier',
  courriers: 'lire-dossier',
  'courriers apercu': 'LIBRE',
  'courriers liberer': UNE_LETTRE,
  'courriers liste': 'bloquer-courriers',
  // The mail relay hands it over: nobody does it.
  'courriers rebond': 'LIBRE',
  'courriers rapprocher': 'rapprocher-courriers',
  'courriers reprendre': 'bloquer-courriers',
  'courriers retenir': UNE_LETTRE,
  'courriers suspendre': 'bloquer-courriers',
  document: 'composer-document',
  donnees: 'rassembler-donnees',
  doublons: 'chercher-doublons',
  droits: ({ mots }) => (estUnFichier(mots.dossier?.[0] ?? '') ? 'LIBRE' : 'lire-dossier'),
  effacer: surUnEffacement,
  expliquer: siDossier,
  'fermer-par-erreur': 'agir-sur-un-dossier',
  flotte: 'lancer-tournee',
  'formation abandonner': 'preparer-formation',
  'formation changer': 'preparer-formation',
  'formation defaire': 'faire-une-demarche',
  'formation faite': 'faire-une-demarche',
  'formation liste': 'lire-dossier',
  'formation preparer': 'preparer-formation',
  impact: ({ options }) => {
    if (options.scenarios !== undefined) return 'LIBRE';
    return options.code ? 'etudier-impact-du-code' : 'etudier-impact';
  },
  importer: ({ options }) => (options.entete || options.documentation ? 'LIBRE' : 'importer'),
  // Before there are accounts, and at each release: whoever installs Jalon.
  installer: 'LIBRE',
  interruptions: 'liberer-interruptions',
  liste: 'lire-portefeuille',
  ouvrir: 'ouvrir',
  'plan ajouter': 'ajouter-au-plan',
  'plan changer': 'changer-le-plan',
  'plan faite': 'faire-une-action',
  'plan liste': 'lire-dossier',
  'plan retirer': 'changer-le-plan',
  previsualiser: 'previsualiser-un-acte',
  projeter: siDossier,
  'rappels actualisations': 'regler-rappels-actualisation',
  'rappels bloquer': 'bloquer-rappels',
  'rappels debloquer': 'bloquer-rappels',
  'rappels liste': 'bloquer-rappels',
  'rdv annuler': 'annuler-rendez-vous',
  'rdv deplacer': 'deplacer-rendez-vous',
  'rdv liste': 'lire-dossier',
  'rdv manque': 'manquer-rendez-vous',
  'rdv planifier': 'planifier-rendez-vous',
  'rdv tenu': 'tenir-rendez-vous',
  rectifier: 'agir-sur-un-dossier',
  referent: 'confier',
  'reglements lister': 'LIBRE',
  'reglements verifier': 'LIBRE',
  // It reads them, and shows nothing of them.
  rejouer: 'lire-histoires',
  sante: 'relever-sante',
  simuler: 'LIBRE',
  taches: surUneTache,
  'versions lister': 'relever-sante',
  'versions promouvoir': 'promouvoir-version',
  voir: 'lire-dossier',
};

/** What a command is for. @throws Error for one that the table forgets: it runs for nobody */
export function accesDe(commande: string, tapes: Tapes): Acces {
  const trouve = Object.hasOwn(acces, commande) ? acces[commande] : undefined;
  if (trouve === undefined) throw new Error(`« ${commande} » manque à la table des accès`);
  return typeof trouve === 'function' ? trouve(tapes) : trouve;
}
