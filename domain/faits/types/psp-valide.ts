import { jour } from './champs';
import { definir } from './definition';

export const pspValide = definir('PSP_VALIDE', {
  libelle: 'Plan d’action (PSP) validé',
  aide: ({ primeMois, primeExigePsp }) =>
    primeMois !== null && primeExigePsp
      ? 'La phase 2 commence ; la prime de reclassement devient possible.'
      : 'La phase 2 commence.',
  famille: 'Accompagnement',
  champs: { date: jour('Date de validation') },
  effet: { regle: 'ENTRETIEN', entretien: 'psp' },
  declaration: false,
});
