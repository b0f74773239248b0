import { jour } from './champs';
import { definir } from './definition';
import { rangEnMots } from './nombres';

export const pointEtapeRealise = definir('POINT_ETAPE_REALISE', {
  libelle: 'Point d’étape réalisé',
  aide: ({ pointEtapeMois, pointEtapeDecaleSuspensions }) =>
    pointEtapeMois === null
      ? 'Le règlement de ce dossier n’en attend pas.'
      : `Attendu au cours du ${rangEnMots(pointEtapeMois)} mois d’accompagnement${pointEtapeDecaleSuspensions ? ' effectif' : ''}.`,
  famille: 'Accompagnement',
  champs: { date: jour('Date de l’entretien') },
  effet: { regle: 'ENTRETIEN', entretien: 'pointEtape' },
  declaration: false,
});
