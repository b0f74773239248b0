import { aideAbsence } from './aide-absence';
import { dureeLegaleTue, periode } from './champs';
import { definir } from './definition';

export const arretMaladie = definir('ARRET_MALADIE', {
  libelle: 'Arrêt maladie',
  aide: aideAbsence('MALADIE'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegaleTue },
  effet: { regle: 'ABSENCE', cause: 'MALADIE', mots: { nom: 'arrêt maladie' } },
  declaration: true,
});
