import { aideAbsence } from './aide-absence';
import { dureeLegale, periode } from './champs';
import { definir } from './definition';

export const congeMaternite = definir('CONGE_MATERNITE', {
  libelle: 'Congé maternité',
  aide: aideAbsence('MATERNITE'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegale },
  effet: { regle: 'ABSENCE', cause: 'MATERNITE', mots: { nom: 'congé de maternité' } },
  declaration: true,
});
