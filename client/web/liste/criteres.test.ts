import { dateCivile } from '../../../domain/calendrier/dates';
import { personnesInventees } from '../../../test/outils/ouvertures';
import { criteresDits } from './criteres';
import type { DemandeListe } from './filtres';

const plein: DemandeListe = {
  ...{ recherche: '', jeton: '', referent: '', etat: '', enAlerte: false, quand: null, page: 1 },
  ...{ echeance: null, reglement: '', courrier: null, tri: 'ECHEANCE' },
};
const dire = (demande: Partial<DemandeListe>) =>
  criteresDits({ ...plein, ...demande }, [personnesInventees.referent], dateCivile('2025-07-10'));

it('une liste dit ce qui la borne', () => {
  expect(dire({})).toBe('Au 10/07/2025 : tous les dossiers');
  expect(dire({ referent: personnesInventees.referent.id, etat: 'EN_CSP', enAlerte: true, recherche: 'dupont' })).toBe(
    'Au 10/07/2025 : référent Maude Lescot, étape En CSP, en alerte, recherche « dupont »',
  );
  expect(dire({ echeance: 'SEPT_JOURS', reglement: 'crp-2009', courrier: 'REVENU', tri: 'NOM' })).toBe(
    'Au 10/07/2025 : échéance d’ici sept jours, règlement « CRP, convention de 2009 (1er avril 2009 – 31 août 2011) », courrier revenu',
  );
  expect(dire({ referent: 'parti' })).toBe('Au 10/07/2025 : référent parti');
});
