import { aideAbsence } from './aide-absence';
import { dureeLegale, periode } from './champs';
import { definir } from './definition';

export const congePaternite = definir('CONGE_PATERNITE', {
  libelle: 'Congé paternité',
  aide: aideAbsence('PATERNITE'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegale },
  effet: { regle: 'ABSENCE', cause: 'PATERNITE', mots: { nom: 'congé de paternité' } },
  declaration: true,
});
