import { dateCivile } from '../../../domain/calendrier/dates';
import { personnesInventees } from '../../../test/outils/ouvertures';
import { criteresDits } from './criteres';
import type { DemandeListe } from './filtres';

const plein: DemandeListe = { recherche: '', referent: '', etat: '', enAlerte: false, quand: null, page: 1 };
const dire = (demande: Partial<DemandeListe>) =>
  criteresDits({ ...plein, ...demande }, [personnesInventees.referent], dateCivile('2025-07-10'));

it('une liste dit ce qui la borne', () => {
  expect(dire({})).toBe('Au 10/07/2025 : tous les dossiers');
  expect(dire({ referent: personnesInventees.referent.id, etat: 'EN_CSP', enAlerte: true, recherche: 'dupont' })).toBe(
    'Au 10/07/2025 : référent Maude Lescot, étape En CSP, en alerte, recherche « dupont »',
  );
  expect(dire({ referent: 'parti' })).toBe('Au 10/07/2025 : référent parti');
});
