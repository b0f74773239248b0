import type { Trace } from './audit';
import { empreinteDeTrace } from './empreinte-de-trace';

const trace: Trace = {
  id: 7,
  cle: null,
  numero: '2025-000001-00' as never,
  quand: new Date('2025-07-10T09:00:00Z'),
  auteur: 'l-vasseur',
  acte: 'VOIR',
  details: { page: 'dossier', plus: { b: 1, a: [2] } },
};

it('la même ligne a la même empreinte, dans quelque ordre que le registre rende ses clés', () => {
  const autrement = { ...trace, details: { plus: { a: [2], b: 1 }, page: 'dossier' } };
  expect(empreinteDeTrace('x', autrement)).toBe(empreinteDeTrace('x', trace));
  expect(empreinteDeTrace('x', trace)).toMatch(/^[0-9a-f]{64}$/);
});

it('tout ce qu’elle dit y compte, et ce qui la précède', () => {
  const autres: Trace[] = [
    { ...trace, id: 8 },
    { ...trace, cle: 'k' },
    { ...trace, numero: null },
    { ...trace, quand: new Date('2025-07-10T09:00:00.001Z') },
    { ...trace, auteur: 'k-benali' },
    { ...trace, acte: 'CONSIGNER' },
    { ...trace, details: {} },
    { ...trace, details: { page: 'dossier', plus: { b: 1, a: [3] } } },
  ];
  const toutes = [empreinteDeTrace('', trace), ...[trace, ...autres].map((t) => empreinteDeTrace('x', t))];
  expect(new Set(toutes).size).toBe(toutes.length);
});
