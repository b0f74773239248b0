import { setTimeout as attendre } from 'node:timers/promises';
import { enAvance } from './en-avance';

it('demande plusieurs choses à la fois, et les rend dans l’ordre', async () => {
  let enCours = 0;
  let auPlus = 0;
  const rendues: number[] = [];
  const lente = async (n: number) => {
    auPlus = Math.max(auPlus, ++enCours);
    await attendre(n === 1 ? 20 : 1);
    enCours -= 1;
    return n * 10;
  };
  for await (const reponse of enAvance([1, 2, 3, 4, 5], 3, lente)) rendues.push(reponse);
  expect([rendues, auPlus]).toEqual([[10, 20, 30, 40, 50], 3]);
});

it('un échec est rendu à son tour, et les suivants ne troublent personne', async () => {
  const rendues: number[] = [];
  const echouer = async (n: number) => {
    if (n > 1) throw new Error(`échec ${n}`);
    return n;
  };
  const lire = async () => {
    for await (const reponse of enAvance([1, 2, 3], 3, echouer)) rendues.push(reponse);
  };
  await expect(lire()).rejects.toThrow('échec 2');
  expect(rendues).toEqual([1]);
});
