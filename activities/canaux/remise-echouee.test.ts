import { echecDe, RemiseEchouee } from './remise-echouee';

it.each([
  ['REFUSE', 'REJETE'],
  ['PAS_PARTI', 'ECHEC'],
  ['INCONNU', 'INCONNU'],
] as const)('%s se dit %s au registre', (genre, statut) => {
  expect(echecDe(new RemiseEchouee(genre, 'réponse SMTP 550'))).toEqual({ statut, erreur: 'réponse SMTP 550' });
});

it('un défaut n’est pas une remise échouée', () => {
  expect(() => echecDe(new TypeError('défaut'))).toThrow(TypeError);
});
