import { dateCivile } from '../calendrier/dates';
import { appliquer, apresRemise, fusionner } from './appliquer';
import { entree, parcours } from './de-test/parcours';
import { memoireVierge } from './etat-initial';
import type { CourrierDu, EtatConnu, EtatParcours, IssueRemise, MemoireCourrier, ReponseSituer } from './parcours';

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
    expect(apres(undefined, issue('ANNULE'))).toStrictEqual({ ...lettre, statut: 'ANNULE', le: LE, tentatives: 1 });
    const porteuse = apresRemise(undefined, { ...courrier, annonce: '2025-03-25-v4' }, issue('PARTI'));
    expect(porteuse.annonce).toBe('2025-03-25-v4');
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
    expect(devenu(lettre('RETENU', tot), lettre('A_REPRENDRE', tard))).toBe('A_REPRENDRE');
    expect(devenu(lettre('RETENU', tot), lettre('A_REPRENDRE', tot))).toBe('A_REPRENDRE');
    expect(devenu(lettre('RECTIFIE', tard), lettre('PARTI', tot))).toBe('RECTIFIE');
    expect(devenu(lettre('RECTIFIE', tot), lettre('ANNULE', tard))).toBe('RECTIFIE');
  });

  const [annonce, autre] = [dateCivile('2026-03-24'), dateCivile('2026-04-03')];
  const changements = { 'x-v2': { termeAvant: annonce, termeApres: autre } };
  const savoir = (version: number, plus: Partial<EtatConnu> = {}): EtatConnu => ({
    ...{ ...memoireVierge(), journal: [], termeAnnonce: autre, changements, version },
    ...plus,
  });
  const apresAvoirSu = (connu: EtatConnu): EtatParcours => {
    const etat = { ...parcours(), termeAnnonce: annonce, versionDomaine: '1.0.0', version: 4 };
    fusionner(etat, connu);
    return etat;
  };

  it('du terme annoncé et des règles, le dernier qui a parlé a raison', () => {
    expect(apresAvoirSu(savoir(4, { versionDomaine: '2.0.0' }))).toMatchObject({
      ...{ termeAnnonce: autre, changements, versionDomaine: '2.0.0', version: 4 },
    });
    expect(apresAvoirSu(savoir(5))).toMatchObject({ termeAnnonce: autre, versionDomaine: '1.0.0', version: 5 });
    expect(apresAvoirSu(savoir(3, { versionDomaine: '2.0.0' }))).toMatchObject({
      ...{ termeAnnonce: annonce, changements: {}, versionDomaine: '1.0.0', version: 4 },
    });
  });

  it('ce que disait chaque message est su des deux', () => {
    const etat = { ...parcours(), empreintes: { a: 'un' } };
    fusionner(etat, savoir(1, { empreintes: { b: 'deux' } }));
    expect(etat.empreintes).toEqual({ a: 'un', b: 'deux' });
  });
});

describe('une réponse enregistrée', () => {
  const recu = (id: string) => ({ id, acte: 'consigner', contenu: {}, recuLe: LE }) as const;
  const { cle, ...lettre } = courrier;
  const memoire: MemoireCourrier = { ...lettre, statut: 'PERIME', le: LE, tentatives: 0 };
  const reponse = (plus: Partial<ReponseSituer> = {}): ReponseSituer =>
    ({
      ...{ versionDomaine: '2.0.0', entrees: [entree('b', {})], memoires: { [cle]: memoire } },
      issues: [{ id: 'b', statut: 'RETENU', code: null, phrase: null }],
      ...{ termeAnnonce: dateCivile('2026-03-24'), changements: {} },
      ...plus,
    }) as ReponseSituer;
  const prendre = (quoi: ReponseSituer) => {
    const etat: EtatParcours = { ...parcours([entree('a', {})]), recus: [recu('b'), recu('c')], version: 4 };
    appliquer(etat, quoi, 1);
    return etat;
  };

  it('entre dans l’état, sous sa version ; ce qui n’a pas été jugé attend son tour', () => {
    expect(prendre(reponse())).toMatchObject({
      recus: [{ id: 'c' }],
      journal: [{ id: 'a' }, { id: 'b' }],
      issues: { b: { id: 'b', statut: 'RETENU', code: null, phrase: null, version: 5 } },
      courriers: { [cle]: memoire },
      ...{ termeAnnonce: '2026-03-24', changements: {}, versionDomaine: '2.0.0', version: 5 },
    });
  });

  it('donnée sur ce que le registre savait de plus, le rend d’abord au parcours', () => {
    const retrouve: EtatConnu = { ...memoireVierge(), journal: [entree('oublie', {})], version: 9 };
    const { journal, version, issues } = prendre(reponse({ retrouve }));
    expect([journal.map(({ id }) => id), version, issues.b?.version]).toEqual([['oublie', 'a', 'b'], 10, 10]);
  });
});
