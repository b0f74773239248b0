import { periode } from './champs';
import { definir } from './definition';

export const formation = definir('FORMATION', {
  libelle: 'Formation',
  aide: () => 'Elle ne prolonge pas le CSP ; inachevée, elle se poursuit après une réinscription.',
  famille: 'Accompagnement',
  champs: periode,
  effet: { regle: 'FORMATION' },
  declaration: true,
});
