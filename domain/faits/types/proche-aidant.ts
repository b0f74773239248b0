import { aideAbsence } from './aide-absence';
import { dureeLegaleTue, periode } from './champs';
import { definir } from './definition';

export const procheAidant = definir('PROCHE_AIDANT', {
  libelle: 'Congé de proche aidant',
  aide: aideAbsence('PROCHE_AIDANT'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegaleTue },
  effet: { regle: 'ABSENCE', cause: 'PROCHE_AIDANT', mots: { nom: 'congé de proche aidant' } },
  declaration: true,
});
