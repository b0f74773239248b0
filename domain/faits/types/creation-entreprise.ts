import { jour } from './champs';
import { definir } from './definition';

export const creationEntreprise = definir('CREATION_ENTREPRISE', {
  libelle: 'Création ou reprise d’entreprise',
  aide: () => 'Sortie du CSP la veille du jour indiqué.',
  famille: 'Emploi',
  champs: { debut: jour('Immatriculation (Kbis)') },
  effet: { regle: 'ENTREPRISE' },
  declaration: true,
});
