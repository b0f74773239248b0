import { aideAbsence } from './aide-absence';
import { dureeLegale, periode } from './champs';
import { definir } from './definition';

export const congeAdoption = definir('CONGE_ADOPTION', {
  libelle: 'Congé d’adoption',
  aide: aideAbsence('ADOPTION'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegale },
  effet: { regle: 'ABSENCE', cause: 'ADOPTION', mots: { nom: 'congé d’adoption' } },
  declaration: true,
});
