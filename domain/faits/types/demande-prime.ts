import { contratConnu, jour } from './champs';
import { definir } from './definition';
import { compte } from './nombres';

export const demandePrime = definir('DEMANDE_PRIME', {
  libelle: 'Demande de prime de reclassement',
  aide: ({ primeMois, primeDemandeJours: jours }) => {
    if (primeMois === null) return 'Le règlement de ce dossier ne prévoit pas de prime.';
    return jours > 1
      ? `À faire dans les ${compte(jours, 'jour')} de l’embauche.`
      : 'À faire dans la journée qui suit l’embauche.';
  },
  famille: 'Emploi',
  champs: { date: jour('Date de la demande'), contratId: contratConnu },
  effet: { regle: 'PRIME' },
  declaration: true,
});
