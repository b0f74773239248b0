import { echecDe, RemiseEchouee } from './remise-echouee';

it.each([
  ['REFUSE', 'REJETE', 'ADRESSE'],
  ['PAS_PARTI', 'ECHEC', null],
  ['INCONNU', 'INCONNU', null],
] as const)('%s se dit %s au registre', (genre, statut, tort) => {
  expect(echecDe(new RemiseEchouee(genre, 'réponse SMTP 550'))).toEqual({
    statut,
    erreur: 'réponse SMTP 550',
    tort,
  });
});

it('un défaut n’est pas une remise échouée', () => {
  expect(() => echecDe(new TypeError('défaut'))).toThrow(TypeError);
});
