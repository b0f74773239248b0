import { jour } from './champs';
import { definir } from './definition';
import { compte } from './nombres';

export const preBilanRealise = definir('PRE_BILAN_REALISE', {
  libelle: 'Pré-bilan réalisé',
  aide: ({ pspDelai: { valeur, unite } }) =>
    valeur > 1
      ? `Le plan d’action est attendu dans les ${compte(valeur, unite === 'MOIS' ? 'mois' : 'jour')}.`
      : `Le plan d’action est attendu dans ${unite === 'MOIS' ? 'le mois' : 'la journée'}.`,
  famille: 'Accompagnement',
  champs: { date: jour('Date de l’entretien') },
  effet: { regle: 'ENTRETIEN', entretien: 'preBilan' },
  declaration: false,
});
