import type { Usage } from '../../../domain/comptes/politique';

/** PUBLIC: answered to anyone, and says nothing of anybody. */
export type Acces = Usage | 'PUBLIC';

const DOSSIER = '/dossiers/:numero';
const RDV = `${DOSSIER}/rendez-vous`;

/** What each page is for: who may do that may open it. A page that is not here answers nobody. */
export const acces: Readonly<Record<string, Acces>> = {
  'GET /entree': 'PUBLIC',
  'POST /entree': 'PUBLIC',
  'GET /entree/lien/:jeton': 'PUBLIC',
  'POST /entree/lien/:jeton': 'PUBLIC',
  'GET /entree/demonstration/:jeton': 'PUBLIC',
  'POST /entree/demonstration/:jeton': 'PUBLIC',
  'GET /entree/identite': 'PUBLIC',
  'GET /entree/identite/retour': 'PUBLIC',
  'POST /sortie': 'PUBLIC',
  'GET /reprendre': 'entrer',
  'GET /compte': 'proteger-compte',
  'POST /compte': 'proteger-compte',
  'GET /sante': 'PUBLIC',
  'GET /sante/vie': 'PUBLIC',
  'GET /sante/pret': 'PUBLIC',
  'POST /codec/decode': 'lire-histoires',
  'POST /codec/encode': 'lire-histoires',
  'GET /exploitation': 'relever-sante',
  'GET /exploitation/parcours': 'lister-bloques',
  'GET /': 'lire-portefeuille',
  'GET /dossiers': 'lire-portefeuille',
  'GET /dossiers.csv': 'exporter-portefeuille',
  'GET /taches': 'lire-portefeuille',
  'GET /taches/laissees': 'lire-taches-laissees',
  'GET /confier/apercu': 'confier',
  'POST /confier/apercu': 'confier',
  'POST /confier': 'confier',
  'GET /boite': 'lire-boite-locale',
  'GET /boite.json': 'lire-boite-locale',
  'GET /boite/:id': 'lire-boite-locale',
  'GET /boite/:id/html': 'lire-boite-locale',
  'GET /boite/:id/source': 'lire-boite-locale',
  'GET /boite/:id/pieces/:rang{[0-9]{1,3}}': 'lire-boite-locale',
  [`GET ${DOSSIER}`]: 'lire-dossier',
  [`GET ${DOSSIER}/contenus/:sha{[0-9a-f]{64}}`]: 'lire-dossier',
  [`GET ${DOSSIER}/documents/:fichier{[a-z-]+\\.pdf}`]: 'composer-document',
  [`GET ${DOSSIER}/audit`]: 'lire-audit',
  [`POST ${DOSSIER}/taches`]: 'terminer-tache',
  [`GET ${DOSSIER}/tache`]: 'reporter-tache',
  [`POST ${DOSSIER}/taches/reporter`]: 'reporter-tache',
  [`POST ${DOSSIER}/taches/confier`]: 'confier-tache',
  [`POST ${DOSSIER}/courriers/retenir`]: 'retenir-courrier',
  [`POST ${DOSSIER}/courriers/liberer`]: 'retenir-courrier',
  [`POST ${DOSSIER}/actions`]: 'ajouter-au-plan',
  [`POST ${DOSSIER}/actions/faite`]: 'faire-une-action',
  [`GET ${DOSSIER}/actions/modifier`]: 'changer-le-plan',
  [`POST ${DOSSIER}/actions/modifier`]: 'changer-le-plan',
  [`POST ${DOSSIER}/actions/retirer`]: 'changer-le-plan',
  [`POST ${DOSSIER}/actualisations`]: 'declarer-actualisation',
  [`POST ${DOSSIER}/actualisations/rappels`]: 'regler-rappels-actualisation',
  [`POST ${DOSSIER}/pieces`]: 'recevoir-piece',
  [`POST ${DOSSIER}/pieces/retirer`]: 'recevoir-piece',
  [`GET ${DOSSIER}/formations/preparer`]: 'preparer-formation',
  [`POST ${DOSSIER}/formations/preparer`]: 'preparer-formation',
  [`POST ${DOSSIER}/formations/changer`]: 'preparer-formation',
  [`POST ${DOSSIER}/formations/abandonner`]: 'preparer-formation',
  [`POST ${DOSSIER}/formations/demarche`]: 'faire-une-demarche',
  [`POST ${DOSSIER}/formations/demarche/retirer`]: 'faire-une-demarche',
  [`POST ${DOSSIER}/notes`]: 'noter',
  [`POST ${DOSSIER}/notes/retirer`]: 'noter',
  [`GET ${DOSSIER}/coordonnees`]: 'changer-coordonnees',
  [`POST ${DOSSIER}/coordonnees`]: 'changer-coordonnees',
  [`GET ${DOSSIER}/referent`]: 'confier',
  [`POST ${DOSSIER}/referent`]: 'confier',
  [`GET ${DOSSIER}/rappels`]: 'bloquer-rappels',
  [`POST ${DOSSIER}/rappels`]: 'bloquer-rappels',
  [`POST ${DOSSIER}/rappels/debloquer`]: 'bloquer-rappels',
  [`GET ${DOSSIER}/evenement`]: 'agir-sur-un-dossier',
  [`POST ${DOSSIER}/evenement`]: 'agir-sur-un-dossier',
  [`GET ${DOSSIER}/evenement/apercu`]: 'previsualiser-un-acte',
  [`POST ${DOSSIER}/evenement/apercu`]: 'previsualiser-un-acte',
  [`GET ${DOSSIER}/annulation`]: 'agir-sur-un-dossier',
  [`GET ${DOSSIER}/rectification`]: 'agir-sur-un-dossier',
  [`GET ${DOSSIER}/parametres`]: 'adopter-reglement',
  [`GET ${DOSSIER}/silence`]: 'agir-sur-un-dossier',
  [`GET ${DOSSIER}/erreur`]: 'agir-sur-un-dossier',
  [`GET ${DOSSIER}/confirmation`]: 'agir-sur-un-dossier',
  [`GET ${RDV}/nouveau`]: 'planifier-rendez-vous',
  [`GET ${RDV}/apercu`]: 'planifier-rendez-vous',
  [`POST ${RDV}/apercu`]: 'planifier-rendez-vous',
  [`POST ${RDV}`]: 'planifier-rendez-vous',
  [`GET ${RDV}/:id/deplacer`]: 'deplacer-rendez-vous',
  [`GET ${RDV}/:id/deplacer/apercu`]: 'deplacer-rendez-vous',
  [`POST ${RDV}/:id/deplacer/apercu`]: 'deplacer-rendez-vous',
  [`POST ${RDV}/:id/deplacer`]: 'deplacer-rendez-vous',
  [`GET ${RDV}/:id/annuler`]: 'annuler-rendez-vous',
  [`POST ${RDV}/:id/annuler`]: 'annuler-rendez-vous',
  [`GET ${RDV}/:id/manque`]: 'manquer-rendez-vous',
  [`POST ${RDV}/:id/manque`]: 'manquer-rendez-vous',
  [`GET ${RDV}/:id/tenu`]: 'tenir-rendez-vous',
  [`POST ${RDV}/:id/tenu`]: 'tenir-rendez-vous',
};

/** Style sheets: their addresses hold a hash of what they say. */
const FEUILLE = /^GET \/statique\//;

/** What a route is for. @throws Error for one that the table forgets: it answers nobody */
export function accesDe(route: string): Acces {
  if (FEUILLE.test(route)) return 'PUBLIC';
  const trouve = Object.hasOwn(acces, route) ? acces[route] : undefined;
  if (trouve === undefined) throw new Error(`${route} manque à la table des accès`);
  return trouve;
}
