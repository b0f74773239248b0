import { dateCivile } from '../../domain/calendrier/dates';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Personnes } from '../../domain/dossier/personnes';
import type { Ouverture } from '../../registre';

/** An invented dossier that the rules accept: CSP from 25/03/2025. */
export const dossierInvente: Dossier = {
  dateRemise: dateCivile('2025-03-03'),
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: 40,
  dateNaissance: dateCivile('1981-05-17'),
  residence: 'metropole',
  joursAffiliation: 700,
  ancienneteMois: 60,
};

/** Invented people. */
export const personnesInventees: Personnes = {
  identite: {
    civilite: 'MADAME',
    prenom: 'Éloïse',
    nom: 'Œuvrard-N’Diaye',
    email: 'eloise.oeuvrard@example.org',
    telephone: '01 99 00 00 01',
    adresse: { lignes: ['3 rue des Essais'], codePostal: '99000', ville: 'Villeneuve-l’Inventée' },
  },
  employeur: {
    nom: 'Menuiserie Inventée',
    email: 'rh@menuiserie.example.org',
    adresse: { lignes: ['12 rue des Copeaux'], codePostal: '99000', ville: 'Villeneuve-l’Inventée' },
  },
  agence: {
    id: 'agence-inventee',
    nom: 'Agence inventée',
    adresse: { lignes: ['1 place du Marché'], codePostal: '99000', ville: 'Villeneuve-l’Inventée' },
    telephone: '01 99 00 00 00',
    email: 'agence@example.org',
    horaires: 'du lundi au vendredi, de 8 h 30 à 12 h 30',
  },
  referent: {
    id: 'referente-inventee',
    prenom: 'Maude',
    nom: 'Lescot',
    email: 'maude.lescot@example.org',
    telephone: '01 99 00 00 02',
    agence: 'agence-inventee',
  },
};

export function ouverture(empreinte: string, reste: Partial<Ouverture> = {}): Ouverture {
  return {
    empreinte,
    dossier: dossierInvente,
    dateReprise: null,
    personnes: personnesInventees,
    journalInitial: [],
    ...reste,
  };
}
