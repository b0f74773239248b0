import { setImmediate as unTour } from 'node:timers/promises';
import { enPartage } from './partage';

it('ce qui est demandé pendant qu’on le fait est refait une fois, pour tous ceux qui l’ont demandé', async () => {
  const [faits, demandes] = [[] as number[], { n: 0 }];
  const faire = enPartage(async () => {
    faits.push(demandes.n);
    await unTour();
  });
  const demander = () => {
    demandes.n += 1;
    return faire('index');
  };
  const premieres = [demander(), demander()];
  await unTour();
  const suivantes = Array.from({ length: 40 }, demander);
  await Promise.all([...premieres, ...suivantes]);
  // Each time, all those who had asked by then are in it.
  expect(faits).toEqual([2, 42]);
});

it('deux jours ne s’attendent pas, et un échec est dit à ceux qui l’attendaient seulement', async () => {
  const faits: string[] = [];
  let panne = true;
  const faire = enPartage(async (jour) => {
    await unTour();
    if (jour === 'lundi' && panne) throw new Error('disque plein');
    faits.push(jour);
  });
  const lundi = [faire('lundi'), faire('lundi')];
  const suites = await Promise.allSettled([...lundi, faire('mardi')]);
  expect(suites.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  panne = false;
  await faire('lundi');
  expect(faits).toEqual(['mardi', 'lundi']);
});
