import { eprouverEntreReveils } from './entre-reveils';

it('rien de ce qui est dit d’un parcours ne cesse d’être vrai entre deux réveils', () => {
  expect(() => eprouverEntreReveils(12, 20261130)).not.toThrow();
});
