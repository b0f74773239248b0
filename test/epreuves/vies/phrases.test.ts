import { eprouverPhrases } from './phrases';

it('toute phrase que montre une situation s’accorde avec les dates de la même page', () => {
  expect(() => eprouverPhrases(25, 20261020)).not.toThrow();
});
