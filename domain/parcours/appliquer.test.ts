import { dateCivile } from '../calendrier/dates';
import { apresRemise } from './appliquer';
import type { CourrierDu, IssueRemise } from './parcours';

const LE = '2025-04-01T08:00:00.000Z';
const courrier: CourrierDu = {
  cle: '2025-000001-32/C05_REFUS/BENEFICIAIRE/2025-03-25',
  code: 'C05_REFUS',
  destinataire: 'BENEFICIAIRE',
  base: '2025-03-25',
  date: dateCivile('2025-03-25'),
};
const issue = (statut: IssueRemise['statut'], reste: Partial<IssueRemise> = {}): IssueRemise => ({
  statut,
  le: LE,
  ...reste,
});
const apres = (avant: Parameters<typeof apresRemise>[0], quoi: IssueRemise, dit?: string) =>
  apresRemise(avant, { ...courrier, ...(dit === undefined ? {} : { dit }) }, quoi);

describe('après une remise', () => {
  it('on retient ce qui est parti, ce qu’il disait et le nombre de tentatives', () => {
    const { cle, ...lettre } = courrier;
    expect(apres({ tentatives: 2 }, issue('PARTI'), '2025-03-24')).toEqual({
      ...{ ...lettre, statut: 'PARTI', le: LE, tentatives: 3, dit: '2025-03-24' },
    });
    expect(apres(undefined, issue('ANNULE'))).toEqual({ ...lettre, statut: 'ANNULE', le: LE, tentatives: 1 });
  });

  it('ce qu’un canal a pris reste pris tant que les autres attendent', () => {
    const premier = apres(undefined, issue('A_REPRENDRE', { partiel: true }));
    expect(premier.partiel).toBe(true);
    for (const statut of ['A_REPRENDRE', 'RETENU'] as const) expect(apres(premier, issue(statut)).partiel).toBe(true);
    expect(apres(premier, issue('PARTI')).partiel).toBeUndefined();
    expect(apres({ tentatives: 1 }, issue('RETENU')).partiel).toBeUndefined();
  });
});
