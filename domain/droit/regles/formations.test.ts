import { cdi, jouer, le, rejets } from './de-test/scenario';

const formation = (debut: string, fin: string) => ({ type: 'FORMATION', debut, fin });
const demande = (date: string) => le('DEMANDE_REINSCRIPTION', date);

describe('formations (R23, F29)', () => {
  const poursuite = (evenements: unknown[]) =>
    jouer(evenements).formations?.map((f) => [f.acheveeAuTerme, f.poursuite]);
  it('achevée au dernier jour, rien à poursuivre', () => {
    expect(jouer([formation('2025-09-01', '2026-03-24')]).formations).toEqual([
      { index: 1, debut: '2025-09-01', fin: '2026-03-24', acheveeAuTerme: true, poursuite: null },
    ]);
  });
  it('inachevée, elle se poursuit selon la réinscription', () => {
    const f = formation('2025-09-01', '2026-03-25');
    expect(poursuite([f])).toEqual([[false, 'SOUS_CONDITION_REINSCRIPTION']]);
    expect(poursuite([f, demande('2026-03-29')])).toEqual([[false, 'POURSUIVIE']]);
    expect(poursuite([f, demande('2026-03-30')])).toEqual([[false, 'POURSUIVIE_AVEC_INTERRUPTION']]);
    expect(poursuite([f, cdi('2026-01-01')])).toEqual([[false, 'SANS_OBJET']]);
    expect(poursuite([f, cdi('2026-01-01'), demande('2026-01-01')])).toEqual([[false, 'POURSUIVIE']]);
  });
  it('hors du CSP, elle est rejetée ; plusieurs gardent l’ordre d’arrivée', () => {
    const r = jouer([
      formation('2025-03-24', '2025-06-01'),
      formation('2026-03-25', '2026-06-01'),
      formation('2026-03-24', '2026-06-01'),
      formation('2025-03-25', '2025-06-01'),
    ]);
    expect(rejets(r)).toEqual({ 1: 'AVANT_CSP', 2: 'HORS_CSP' });
    expect(r.formations?.map((f) => f.index)).toEqual([3, 4]);
  });
});
