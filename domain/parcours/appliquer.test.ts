import { dateCivile } from '../calendrier/dates';
import { apresRemise, fusionner } from './appliquer';
import { entree, parcours } from './de-test/parcours';
import { memoireVierge } from './etat-initial';
import type { CourrierDu, IssueRemise, MemoireCourrier } from './parcours';

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

describe('ce que le registre sait et que le parcours a oublié', () => {
  const lettre = (statut: MemoireCourrier['statut'], le: string): MemoireCourrier => {
    const { cle: _, ...quoi } = courrier;
    return { ...quoi, statut, le, tentatives: 1 };
  };

  it('rien de ce que l’un ou l’autre sait n’est perdu, rien ne compte deux fois', () => {
    const issue = (id: string) => ({ id, statut: 'RETENU', code: null, phrase: null, version: 1 }) as const;
    const recu = (id: string) => ({ id, acte: 'consigner', contenu: {}, recuLe: LE }) as const;
    const etat = {
      ...parcours([entree('a', {}), entree('b', {})]),
      recus: [recu('c'), recu('d')],
      issues: { a: issue('a'), b: issue('b') },
      version: 2,
    };
    const issues = { a: issue('a'), c: issue('c') };
    const termeAnnonce = dateCivile('2026-03-24');
    fusionner(etat, {
      ...memoireVierge(),
      journal: [entree('a', {}), entree('c', {})],
      issues,
      termeAnnonce,
      version: 7,
    });
    expect(etat.journal.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(Object.keys(etat.issues).sort()).toEqual(['a', 'b', 'c']);
    expect(etat.recus.map(({ id }) => id)).toEqual(['d']);
    expect(etat).toMatchObject({ termeAnnonce, version: 7 });
  });

  it('un courrier parti reste parti, quel que soit celui qui le sait', () => {
    const devenu = (sien: MemoireCourrier | undefined, connu: MemoireCourrier) => {
      const courriers: Record<string, MemoireCourrier> = sien ? { x: sien } : {};
      const etat = { ...parcours(), courriers };
      fusionner(etat, { ...memoireVierge(), journal: [], courriers: { x: connu }, version: 1 });
      return etat.courriers.x?.statut;
    };
    const [tot, tard] = ['2025-04-01T08:00:00.000Z', '2025-04-02T08:00:00.000Z'];
    expect(devenu(undefined, lettre('PARTI', tot))).toBe('PARTI');
    expect(devenu(lettre('A_REPRENDRE', tard), lettre('PARTI', tot))).toBe('PARTI');
    expect(devenu(lettre('PARTI', tot), lettre('A_REPRENDRE', tard))).toBe('PARTI');
    expect(devenu(lettre('RETENU', tard), lettre('A_REPRENDRE', tot))).toBe('RETENU');
  });
});
