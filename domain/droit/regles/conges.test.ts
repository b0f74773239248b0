import { jouer, rejets } from './de-test/scenario';

const conges = (debut: string, fin: string) => ({ type: 'CONGES', debut, fin });

describe('congés (R21, F29)', () => {
  it('se comptent en jours calendaires, une fois chacun, dans le CSP', () => {
    const r = jouer([
      conges('2025-08-01', '2025-08-10'),
      conges('2025-08-05', '2025-08-14'),
      conges('2025-03-20', '2025-03-26'),
    ]);
    expect(r.conges).toEqual({ joursPris: 16, solde: 19, depassement: 0 });
    expect(jouer([conges('2026-03-20', '2026-04-30')]).conges?.joursPris).toBe(5);
    expect(jouer().conges).toEqual({ joursPris: 0, solde: 35, depassement: 0 });
  });
  it('au-delà de 35 jours, une alerte dit l’excès', () => {
    const trente = jouer([conges('2025-08-01', '2025-09-04')]);
    expect([trente.conges, trente.alertes]).toEqual([{ joursPris: 35, solde: 0, depassement: 0 }, []]);
    const plus = jouer([conges('2025-08-01', '2025-09-06')]);
    expect([plus.conges, plus.alertes]).toEqual([{ joursPris: 37, solde: 0, depassement: 2 }, ['CONGES_DEPASSES']]);
  });
  it('ceux qui touchent le premier ou le dernier jour comptent ce jour', () => {
    const r = jouer([conges('2025-03-20', '2025-03-25'), conges('2026-03-24', '2026-04-10')]);
    expect([r.conges?.joursPris, rejets(r)]).toEqual([2, {}]);
  });
  it('hors du CSP, ils sont rejetés', () => {
    expect(rejets(jouer([conges('2025-03-01', '2025-03-24'), conges('2026-03-25', '2026-03-26')]))).toEqual({
      1: 'AVANT_CSP',
      2: 'HORS_CSP',
    });
  });
});
