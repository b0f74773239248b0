import { periode } from './champs';
import { definir } from './definition';

export const conges = definir('CONGES', {
  libelle: 'Congés',
  aide: ({ congesMaxJours: n }) => `${n} jour${n > 1 ? 's' : ''} au plus en tout ; ils ne suspendent ni ne prolongent.`,
  famille: 'Accompagnement',
  champs: periode,
  effet: { regle: 'CONGES' },
  declaration: true,
});
