import { type Presence, remplacements } from './remplacements';

const FILES = ['parcours', 'courriers', 'flotte'];

const worker = (
  identite: string,
  vu: { fige: boolean; demarreLe?: number; ditLe?: number },
  files: readonly string[] = FILES,
): Presence[] => files.map((file) => ({ file, identite, demarreLe: undefined, ditLe: undefined, ...vu }));

const mort = worker('41@serveur', { fige: true, demarreLe: 10, ditLe: 100 });
const neuf = { fige: false, demarreLe: 103, ditLe: 150 };
const lire = (...presences: Presence[][]) => [...remplacements(presences.flat())];

it('un worker tué, un autre démarré aussitôt sur sa machine', () => {
  expect(lire(mort, worker('77@serveur', neuf))).toEqual([['41@serveur', '77@serveur']]);
});

it('personne n’a démarré depuis : il manque', () => {
  expect(lire(mort)).toEqual([]);
  expect(lire(mort, worker('40@serveur', { ...neuf, demarreLe: 9 }))).toEqual([]);
});

it('un autre ailleurs, ou qui ne sert pas toutes ses files, ne le remplace pas', () => {
  expect(lire(mort, worker('77@ailleurs', neuf))).toEqual([]);
  expect(lire(mort, worker('77@serveur', neuf, ['parcours']))).toEqual([]);
});

it('de deux morts, un seul démarré n’en remplace qu’un ; le mort remplacé deux fois de suite l’est', () => {
  const autre = worker('42@serveur', { fige: true, demarreLe: 10, ditLe: 101 });
  expect(lire(mort, autre, worker('77@serveur', neuf))).toEqual([['41@serveur', '77@serveur']]);
  const bref = worker('50@serveur', { fige: true, demarreLe: 102, ditLe: 105 });
  expect(lire(bref, mort, worker('77@serveur', { ...neuf, demarreLe: 108 }))).toEqual([
    ['41@serveur', '50@serveur'],
    ['50@serveur', '77@serveur'],
  ]);
});

it('sans battements, rien ne se compare', () => {
  expect(lire(worker('41@serveur', { fige: true }), worker('77@serveur', neuf))).toEqual([]);
  expect(lire(mort, worker('77@serveur', { fige: false }))).toEqual([]);
});

it('muet sur une file seulement, il n’est pas remplacé', () => {
  expect(lire([{ ...mort[0]!, fige: false }, ...mort.slice(1)], worker('77@serveur', neuf))).toEqual([]);
});
