import { eprouverDeparts } from './departs';

it('aucun départ montré n’est passé, un autre jour que celui de la loi a sa raison, et ce qui est annoncé a lieu', () => {
  expect(() => eprouverDeparts(20, 20261124)).not.toThrow();
});
