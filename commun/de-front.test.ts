import { setImmediate as unTour } from 'node:timers/promises';
import { deFront } from './de-front';

const nombres = Array.from({ length: 500 }, (_, i) => i);

it('chacun une fois, jamais plus de dix ensemble', async () => {
  let ensemble = 0;
  let auPlus = 0;
  const faits: number[] = [];
  await deFront(10, nombres, async (n) => {
    ensemble += 1;
    auPlus = Math.max(auPlus, ensemble);
    await unTour();
    ensemble -= 1;
    faits.push(n);
  });
  expect([auPlus, faits.toSorted((a, b) => a - b)]).toEqual([10, nombres]);
});

it('le premier échec arrête ce qui n’est pas commencé, et se dit une fois le reste fini', async () => {
  const faits: number[] = [];
  const essai = deFront(3, nombres, async (n) => {
    await unTour();
    if (n === 1) throw new Error('le moteur est parti');
    faits.push(n);
  });
  await expect(essai).rejects.toThrow('le moteur est parti');
  expect(faits.length).toBeLessThan(10);
});

it('rien à faire n’est pas une faute', async () => {
  await expect(deFront(10, [], () => Promise.reject(new Error('jamais')))).resolves.toBeUndefined();
});
