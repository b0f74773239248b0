import { aideAbsence } from './aide-absence';
import { dureeLegaleTue, periode } from './champs';
import { definir } from './definition';

export const ajpp = definir('AJPP', {
  libelle: 'Allocation journalière de présence parentale (AJPP)',
  aide: aideAbsence('AJPP'),
  famille: 'Absence',
  champs: { ...periode, dureeLegaleJours: dureeLegaleTue },
  effet: {
    regle: 'ABSENCE',
    cause: 'AJPP',
    mots: { nom: 'présence parentale (AJPP)', titre: 'Allocation journalière de présence parentale (AJPP)' },
  },
  declaration: true,
});
