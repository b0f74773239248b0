import { decalageDuWorker } from './horloges';

const HEURE = 3_600;

it('un worker à l’heure, qui a parlé il y a dix secondes et demandé du travail il y a une minute', () => {
  expect(decalageDuWorker([990, 985], [940, 880])).toBe(0);
});

it('une horloge en avance, ou en retard, de deux heures', () => {
  expect(decalageDuWorker([1_000 + 2 * HEURE], [980])).toBe(2 * HEURE + 20);
  expect(decalageDuWorker([1_000 - 2 * HEURE], [980])).toBe(20 - 2 * HEURE);
});

it('un worker mort se tait des deux côtés : ce n’est pas son horloge', () => {
  expect(decalageDuWorker([100], [60])).toBe(0);
});

it('une file dont toutes les places sont prises ne demande plus rien : les autres parlent pour elle', () => {
  expect(decalageDuWorker([1_000], [700, 990])).toBe(0);
});

it('ce qu’on n’entend pas ne se compare pas', () => {
  expect([decalageDuWorker([], [1_000]), decalageDuWorker([1_000], [])]).toEqual([0, 0]);
});
