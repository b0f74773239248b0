import { jour } from './champs';
import { definir } from './definition';
import { compte, enMots } from './nombres';

const derniersMois = (n: number): string => (n > 1 ? `les ${enMots(n)} derniers mois` : 'le dernier mois');

const joursSuivants = (n: number): string =>
  n > 1 ? `les ${compte(n, 'jour')} qui suivent une sortie anticipée` : 'le jour qui suit une sortie anticipée';

export const bilanRealise = definir('BILAN_REALISE', {
  libelle: 'Bilan réalisé',
  aide: ({ bilanFenetreMois, bilanSortieJours }) =>
    `Dans ${derniersMois(bilanFenetreMois)}, ou dans ${joursSuivants(bilanSortieJours)}.`,
  famille: 'Accompagnement',
  champs: { date: jour('Date de l’entretien') },
  effet: { regle: 'ENTRETIEN', entretien: 'bilan' },
  declaration: false,
});
