import { jour } from './champs';
import { definir } from './definition';
import { compte } from './nombres';

export const demandeReinscription = definir('DEMANDE_REINSCRIPTION', {
  libelle: 'Demande de réinscription',
  aide: ({ reinscriptionJours: jours }) =>
    `Dans ${jours > 1 ? `les ${compte(jours, 'jour')} qui suivent` : 'la journée qui suit'} la fin du CSP, pour qu’elle prenne effet au lendemain de celle-ci.`,
  famille: 'Fin du CSP',
  champs: { date: jour('Date de la demande') },
  effet: { regle: 'REINSCRIPTION' },
  declaration: true,
});
