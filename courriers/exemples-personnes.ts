import type { Personnes } from '../domain/dossier/personnes';

/** Invented people: e-mail addresses of example.org, telephone numbers of the range kept for fiction. */
export const personnesExemple: Personnes = {
  identite: {
    civilite: 'MADAME',
    prenom: 'Zoé',
    nom: 'Lefèvre-N’Guessan',
    email: 'zoe.lefevre@example.org',
    telephone: '06 39 98 12 34',
    adresse: { lignes: ['Appartement 12', '8 rue des Œillets'], codePostal: '26000', ville: 'Valence' },
  },
  employeur: {
    nom: 'Ateliers du Vercors SARL',
    email: 'rh@ateliers.example.org',
    adresse: { lignes: ['Service du personnel', '3 avenue de la Gare'], codePostal: '26300', ville: 'Bourg-de-Péage' },
  },
  agence: {
    id: 'valence',
    nom: 'Agence CSP de Valence',
    adresse: { lignes: ['14 place du Champ-de-Mars'], codePostal: '26000', ville: 'Valence' },
    telephone: '04 65 71 00 10',
    email: 'csp.valence@example.org',
    horaires: 'du lundi au vendredi, de 8 h 30 à 12 h 30',
  },
  referent: {
    id: 'c-morel',
    prenom: 'Claire',
    nom: 'Morel',
    email: 'claire.morel@example.org',
    telephone: '04 65 71 00 12',
    agence: 'valence',
  },
};
