import { estIllisible, ILLISIBLE } from './illisible';

it('se reconnaît ce qui n’a pas pu être déchiffré, et lui seul', () => {
  expect([ILLISIBLE, null, undefined, '__illisible', {}, Object.create(ILLISIBLE)].map(estIllisible)).toEqual([
    true,
    ...[false, false, false, false, false],
  ]);
});
