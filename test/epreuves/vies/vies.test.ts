import { eprouverVies } from './vies';

it('un parcours vécu, faits tardifs compris, finit d’accord avec calculer, date pour date et lettre pour lettre', () => {
  expect(() => eprouverVies(60, 20261122)).not.toThrow();
});
