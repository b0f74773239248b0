import { typesDesAttributs } from './types-des-attributs';

it('chaque attribut de recherche a le numéro de son type', () => {
  expect(typesDesAttributs).toEqual({
    etape: 2,
    agence: 2,
    referent: 2,
    prochaineEcheance: 6,
    terme: 6,
    alertes: 3,
  });
});
