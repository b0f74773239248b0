import { jour } from './champs';
import { definir } from './definition';

export const finSuspension = definir('FIN_SUSPENSION', {
  libelle: 'Retour de suspension',
  aide: () => 'Termine la dernière suspension restée sans date de fin.',
  famille: 'Absence',
  champs: { date: jour('Premier jour du retour') },
  effet: { regle: 'RETOUR' },
  declaration: false,
});
