import { setTimeout as attendre } from 'node:timers/promises';
import { quelquesUnsALaFois } from '../outils/quelques-uns';

it('chacun est fait une fois, quelques-uns à la fois, et rendu à sa place', async () => {
  let enMain = 0;
  let plus = 0;
  const rendus = await quelquesUnsALaFois(3, [50, 10, 30, 0, 20], async (ms, rang) => {
    enMain += 1;
    plus = Math.max(plus, enMain);
    await attendre(ms);
    enMain -= 1;
    return `${rang}:${ms}`;
  });
  expect(rendus).toEqual(['0:50', '1:10', '2:30', '3:0', '4:20']);
  expect(plus).toBe(3);
});
