import { type Champ, enChoix } from '../../domain/dossier/champs';
import { champsDossier } from '../../domain/dossier/dossier';

/** How a cell becomes a value: the genres of a form field, plus the address (lines between `|`) and the list of events. */
export interface Colonne extends Omit<Champ, 'genre'> {
  genre: Champ['genre'] | 'lignes' | 'json';
}

const texte = (nom: string, libelle: string, obligatoire = false, aide = ''): Colonne => ({
  nom,
  libelle,
  aide,
  genre: 'texte',
  obligatoire,
});

const adresse = (qui: string, de: string): Colonne[] => [
  {
    nom: `${qui}.adresse`,
    libelle: `Adresse ${de}`,
    aide: 'Quatre lignes au plus, séparées par « | ».',
    genre: 'lignes',
    obligatoire: false,
  },
  texte(`${qui}.codePostal`, `Code postal ${de}`),
  texte(`${qui}.ville`, `Ville ${de}`),
];

/** Every column of a portfolio, in the order of its header: who, then the opening's own fields, then what happened since. */
export const colonnes: readonly Colonne[] = [
  texte(
    'reference',
    'Référence du dossier chez vous',
    false,
    'Unique dans vos fichiers : la même référence n’ouvre jamais deux dossiers.',
  ),
  {
    nom: 'identite.civilite',
    libelle: 'Civilité',
    aide: '',
    genre: 'choix',
    obligatoire: false,
    choix: enChoix({ MADAME: 'Madame', MONSIEUR: 'Monsieur' }),
  },
  texte('identite.prenom', 'Prénom', true),
  texte('identite.nom', 'Nom', true),
  texte('identite.email', 'Adresse e-mail'),
  texte('identite.telephone', 'Téléphone'),
  ...adresse('identite', 'du bénéficiaire'),
  {
    nom: 'identite.canalPrefere',
    libelle: 'Moyen de contact préféré',
    aide: '',
    genre: 'choix',
    obligatoire: false,
    choix: enChoix({ EMAIL: 'E-mail', SMS: 'SMS', COURRIER: 'Courrier' }),
  },
  texte('employeur.nom', 'Nom de l’employeur'),
  texte('employeur.email', 'Adresse e-mail de l’employeur'),
  ...adresse('employeur', 'de l’employeur'),
  texte('agence', 'Agence', true, 'Identifiant d’une agence connue de Jalon.'),
  texte('referent', 'Référent', true, 'Identifiant d’un référent connu de Jalon.'),
  ...champsDossier,
  {
    nom: 'dateReprise',
    libelle: 'Date de reprise par Jalon',
    aide: 'Pour un parcours déjà en cours : ce qui précède cette date appartient au passé et aucun courrier ne part pour cela.',
    genre: 'date',
    obligatoire: false,
  },
  {
    nom: 'evenements',
    libelle: 'Événements déjà connus',
    aide: 'Liste JSON, par exemple [{"type":"REPONSE_SALARIE","date":"2026-03-12","reponse":"ACCEPTATION"}].',
    genre: 'json',
    obligatoire: false,
  },
];

export const nomsColonnes: readonly string[] = colonnes.map((c) => c.nom);
